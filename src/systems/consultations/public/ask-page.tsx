import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { askQuestion } from '../actions/ask-question.ts';
import { listServiceChoices } from '../queries/list-service-choices.ts';
import { serviceOptions, type ServiceChoice } from '../service-options.ts';

/** A question and where to answer: nothing else is asked of a person. */
export const askPage = definePage({
  path: '/consultations/ask',
  may: 'anyone',
  shell: 'resident',
  get: async (request, form) => {
    const { services } = await request.ask(listServiceChoices, {});
    return view(
      request.t('consultations:ask.title'),
      <Ask services={services} service={request.query['service'] ?? ''} form={form} />,
    );
  },
  post: async (request) => {
    const serviceCode = request.field('serviceCode');
    const { dueOn } = await request.run(askQuestion, {
      question: request.field('question'),
      email: request.field('email'),
      serviceCode: serviceCode === '' ? null : serviceCode,
    });
    return redirect(`/consultations/ask/done?due=${dueOn}`);
  },
});

export const askedPage = definePage({
  path: '/consultations/ask/done',
  may: 'anyone',
  shell: 'resident',
  get: async ({ t, locale, query }) => {
    const due = /^20\d\d-[01]\d-[0-3]\d$/.test(query['due'] ?? '') ? (query['due'] ?? '') : null;
    return view(
      t('consultations:ask.done'),
      <>
        <h1>{t('consultations:ask.done')}</h1>
        <p class="lead">
          {due === null
            ? t('consultations:ask.doneLead')
            : t('consultations:ask.doneBy', { day: formatDate(due, locale) })}
        </p>
        <p>{t('consultations:ask.noTerm')}</p>
        <p>
          <a href="/consultations">{t('consultations:ask.others')}</a>
        </p>
      </>,
    );
  },
});

interface Props {
  readonly services: readonly ServiceChoice[];
  readonly service: string;
  readonly form: FormState | undefined;
}

function Ask({ services, service, form }: Props) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('consultations:ask.title')}</h1>
      <p class="lead">{t('consultations:ask.lead')}</p>
      <Form state={form} draft="consultation">
        <TextField
          name="question"
          label={t('consultations:ask.question')}
          hint={t('consultations:ask.questionHint')}
          rows={6}
        />
        <SelectField
          name="serviceCode"
          label={t('consultations:ask.service')}
          empty={t('consultations:ask.general')}
          value={service}
          options={serviceOptions(services, t, locale)}
          optional
        />
        <TextField
          name="email"
          type="email"
          inputMode="email"
          autocomplete="email"
          label={t('consultations:ask.email')}
          hint={t('consultations:ask.emailHint')}
        />
        <Button>{t('consultations:ask.send')}</Button>
      </Form>
    </>
  );
}
