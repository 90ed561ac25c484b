import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { CheckboxesField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { readAnswers, ServiceFields } from '../../service-catalogue/index.ts';
import { fileComplex } from '../actions/file-complex.ts';
import { chosenIn } from '../chosen-parts.ts';
import { ChosenHidden, type PlanView } from '../choose-fields.tsx';
import { getPlanQuery } from '../queries/get-plan.ts';

/** The one application of a resident who signed in: shared questions once, then the number and the code. */
export const filePage = definePage({
  path: '/life/:plan/file',
  may: ['resident'],
  needsAccount: true,
  shell: 'resident',
  async get(request, form) {
    const sent = form?.values['parts'];
    const posted = typeof sent === 'string' ? [sent] : (sent ?? []);
    const parts = form === undefined ? [...chosenIn(request.query)] : posted.map(Number);
    const plan = await request.ask(getPlanQuery, { code: request.params['plan'] ?? '', parts });
    return view(
      plan.title[request.locale] || plan.title.uk,
      <FileForm plan={plan} form={form} email={request.actor.resident?.email ?? ''} />,
    );
  },
  async post(request) {
    const planCode = request.params['plan'] ?? '';
    const parts = request.fields('parts').map(Number);
    const { questions } = await request.ask(getPlanQuery, { code: planCode, parts });
    const email = request.field('email');
    const { number, trackingCode } = await request.run(fileComplex, {
      planCode,
      parts,
      answers: readAnswers(questions, (name) => request.field(name)),
      documents: [...request.fields('documents')],
      ...(email === '' ? {} : { email }),
    });
    const query = new URLSearchParams({ number, code: trackingCode });
    return redirect(`/life/track?${query.toString()}`, 'complex-services:notices.filed');
  },
});

function FileForm({ plan, form, email }: { plan: PlanView; form: FormState | undefined; email: string }) {
  const { t, locale, actor } = usePage();
  const chosen = plan.parts.filter((part) => part.chosen);
  return (
    <>
      <h1>{plan.title[locale] || plan.title.uk}</h1>
      <SummaryList
        lines={[
          { term: t('complex-services:file.applicant'), value: actor.resident?.name },
          {
            term: t('complex-services:file.parts'),
            value: chosen.map(({ title }) => title[locale] || title.uk).join(', '),
            action: (
              <a href={`/life/${plan.code}?choice=${plan.choice}`}>{t('complex-services:file.change')}</a>
            ),
          },
          {
            term: t('complex-services:file.promise'),
            value: plan.promisedOn === null ? null : formatDate(plan.promisedOn, locale),
          },
        ]}
      />
      <Form id="file" state={form} label={t('complex-services:file.title')}>
        <HiddenField name="choice" value={plan.choice} />
        <ChosenHidden plan={plan} />
        <ServiceFields fields={plan.questions} />
        {plan.documents.length === 0 ? null : (
          <CheckboxesField
            name="documents"
            label={t('complex-services:file.documents')}
            options={plan.documents.map((name) => ({ value: name, label: name }))}
          />
        )}
        <TextField
          name="email"
          type="email"
          width={20}
          label={t('complex-services:file.email')}
          hint={t('complex-services:file.emailHint')}
          value={email}
          optional
        />
        <Button>{t('complex-services:file.send')}</Button>
      </Form>
    </>
  );
}
