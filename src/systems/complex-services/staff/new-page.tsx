import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, Buttons } from '../../../kernel/page/components/button.tsx';
import { CheckboxesField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { ApplicantFields, applicantOf } from '../../applications/index.ts';
import { readAnswers, ServiceFields } from '../../service-catalogue/index.ts';
import { fileComplex } from '../actions/file-complex.ts';
import { chosenIn, hasChosen } from '../chosen-parts.ts';
import { ChooseFields, ChosenHidden, type PlanView } from '../choose-fields.tsx';
import { readChoice } from '../plan.ts';
import { getPlanQuery } from '../queries/get-plan.ts';
import { listPlansQuery } from '../queries/list-plans.ts';
import { keepTrackingCode } from './tracking-cookie.ts';

const HERE = '/desk/complex/new';

/** At the window: the plan and its parts first (or the code the person brought), then one form for all. */
export const newPage = definePage({
  path: HERE,
  may: ['administrator'],
  shell: 'staff',
  async get(request, form) {
    const { t } = request;
    const asked = askedOf(request, form);
    const { plans } = await request.ask(listPlansQuery, {});
    if (asked === null) return view(t('complex-services:desk.new'), <ChoosePlan plans={plans} />);
    const plan = await request.ask(getPlanQuery, asked);
    const ready = form !== undefined || hasChosen(request.query);
    return view(plan.title.uk, ready ? <WholeForm plan={plan} form={form} /> : <ChooseParts plan={plan} />);
  },
  post,
});

function askedOf(request: PageRequest, form: FormState | undefined) {
  const planCode = form?.values['planCode'];
  if (typeof planCode === 'string') {
    const parts = form?.values['parts'];
    const listed = typeof parts === 'string' ? [parts] : (parts ?? []);
    return { code: planCode, parts: listed.map(Number) };
  }
  const code = readChoice(request.query['choice'] ?? '')?.planCode ?? request.query['plan'] ?? '';
  return code === '' ? null : { code, parts: [...chosenIn(request.query)] };
}

async function post(request: PagePost): Promise<Answer> {
  const planCode = request.field('planCode');
  const parts = request.fields('parts').map(Number);
  const { questions } = await request.ask(getPlanQuery, { code: planCode, parts });
  const { caseId, trackingCode } = await request.run(fileComplex, {
    planCode,
    parts,
    applicant: applicantOf(request),
    answers: readAnswers(questions, (name) => request.field(name)),
    documents: [...request.fields('documents')],
  });
  return {
    ...redirect(`/desk/complex/${caseId}`, 'complex-services:notices.filed'),
    cookies: keepTrackingCode(request.now, caseId, trackingCode),
  };
}

type Plans = Awaited<ReturnType<typeof listPlansQuery.run>>['plans'];

function ChoosePlan({ plans }: { plans: Plans }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('complex-services:desk.new')}</h1>
      <Form method="get" id="by-code" action={HERE} label={t('complex-services:desk.choice')}>
        <TextField
          name="choice"
          label={t('complex-services:desk.choice')}
          hint={t('complex-services:desk.choiceHint')}
          width={20}
          first
        />
        <Button hotkey="Ctrl+Enter">{t('complex-services:desk.open')}</Button>
      </Form>
      <h2>{t('complex-services:desk.orPlan')}</h2>
      <Form method="get" id="by-plan" action={HERE} inline label={t('complex-services:desk.orPlan')}>
        <SelectField
          name="plan"
          label={t('complex-services:desk.plan')}
          options={plans.map(({ code, title }) => ({ value: code, label: title[locale] || title.uk }))}
        />
        <Button look="plain">{t('complex-services:desk.open')}</Button>
      </Form>
    </>
  );
}

function ChooseParts({ plan }: { plan: PlanView }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{plan.title[locale] || plan.title.uk}</h1>
      <Form method="get" id="choose" action={HERE} label={t('complex-services:choose.legend')}>
        <HiddenField name="plan" value={plan.code} />
        <HiddenField name="choose" value="on" />
        <ChooseFields plan={plan} all />
        <Button hotkey="Ctrl+Enter">{t('complex-services:desk.questions')}</Button>
      </Form>
    </>
  );
}

function WholeForm({ plan, form }: { plan: PlanView; form: FormState | undefined }) {
  const { t, locale } = usePage();
  const chosen = plan.parts.filter((part) => part.chosen);
  return (
    <>
      <h1>{plan.title[locale] || plan.title.uk}</h1>
      <p>
        {t('complex-services:desk.chosen', { count: chosen.length })}{' '}
        {plan.promisedOn === null
          ? null
          : t('complex-services:choice.promise', { date: formatDate(plan.promisedOn, locale) })}{' '}
        <a href={`${HERE}?plan=${plan.code}`}>{t('complex-services:file.change')}</a>
      </p>
      <ol class="complex-chosen">
        {chosen.map((part) => (
          <li key={part.no} value={part.no}>
            {part.title[locale] || part.title.uk} · {part.body}
          </li>
        ))}
      </ol>
      <Form
        id="file"
        action={HERE}
        state={form}
        draft={`complex-${plan.choice}`}
        label={t('complex-services:file.title')}
      >
        <HiddenField name="planCode" value={plan.code} />
        <ChosenHidden plan={plan} />
        <div class="complex-file">
          <section>
            <h2>{t('complex-services:file.applicant')}</h2>
            <ApplicantFields />
            {plan.documents.length === 0 ? null : (
              <CheckboxesField
                name="documents"
                label={t('complex-services:desk.documents')}
                options={plan.documents.map((name) => ({ value: name, label: name }))}
              />
            )}
          </section>
          <section>
            <h2>{t('complex-services:desk.once')}</h2>
            <ServiceFields fields={plan.questions} />
          </section>
        </div>
        <Buttons>
          <Button hotkey="Ctrl+Enter">{t('complex-services:desk.file')}</Button>
        </Buttons>
      </Form>
    </>
  );
}
