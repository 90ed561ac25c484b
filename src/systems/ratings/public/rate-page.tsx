import { Button } from '../../../kernel/page/components/button.tsx';
import { RadioField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { useT } from '../../../kernel/page/page-context.tsx';
import { SECTORS } from '../../service-catalogue/index.ts';
import { rateCentre } from '../actions/rate-centre.ts';
import { rateVisit } from '../actions/rate-visit.ts';
import { type FormQuestion, listFormQuestions } from '../queries/list-form-questions.ts';
import { OpinionFields, opinionOf, placeOf } from './opinion-fields.tsx';

/** Where the QR code of the ticket leads; the code may also be typed. */
export const ratePage = definePage({
  path: '/rate/:code',
  may: 'anyone',
  shell: 'resident',
  get: async (request, form) => {
    const { questions } = await request.ask(listFormQuestions, {});
    return view(request.t('ratings:page.title'), <RateVisit questions={questions} form={form} />);
  },
  post: async (request) => {
    await request.run(rateVisit, { code: request.params['code'] ?? '', ...opinionOf(request) });
    return redirect('/rate/thanks/visit');
  },
});

/** For who has no ticket any more; and the way to the ticket's form for who has. */
export const rateCentrePage = definePage({
  path: '/rate',
  may: 'anyone',
  shell: 'resident',
  get: async (request, form) => {
    const { questions } = await request.ask(listFormQuestions, {});
    return view(request.t('ratings:site.title'), <RateCentre questions={questions} form={form} />);
  },
  post: async (request) => {
    const code = request.field('code').toUpperCase();
    if (code !== '') return redirect(`/rate/${encodeURIComponent(code)}`);
    await request.run(rateCentre, { ...placeOf(request), ...opinionOf(request) });
    return redirect('/rate/thanks/visit');
  },
});

/** Two segments, so that no code of a ticket can be it. */
export const thanksPage = definePage({
  path: '/rate/thanks/visit',
  may: 'anyone',
  shell: 'resident',
  get: async ({ t }) =>
    view(
      t('ratings:thanks.title'),
      <>
        <h1>{t('ratings:thanks.title')}</h1>
        <p class="lead">{t('ratings:thanks.lead')}</p>
        <p>
          <a href="/ratings">{t('ratings:thanks.figures')}</a>
        </p>
      </>,
    ),
});

interface Props {
  readonly questions: readonly FormQuestion[];
  readonly form: FormState | undefined;
}

function RateVisit({ questions, form }: Props) {
  const t = useT();
  return (
    <>
      <h1>{t('ratings:page.title')}</h1>
      <p class="lead">{t('ratings:page.lead')}</p>
      <Form state={form}>
        <OpinionFields questions={questions} />
        <Button>{t('ratings:page.send')}</Button>
      </Form>
    </>
  );
}

function RateCentre({ questions, form }: Props) {
  const t = useT();
  return (
    <>
      <h1>{t('ratings:site.title')}</h1>
      <p class="lead">{t('ratings:site.lead')}</p>
      <Form id="ticket" inline label={t('ratings:site.code')}>
        <TextField name="code" label={t('ratings:site.code')} hint={t('ratings:site.codeHint')} width={10} />
        <Button look="plain">{t('ratings:site.toTicket')}</Button>
      </Form>
      <h2>{t('ratings:site.withoutTicket')}</h2>
      <p>{t('ratings:site.apart')}</p>
      <Form id="site" state={form}>
        <RadioField
          name="sector"
          label={t('ratings:site.sector')}
          options={[
            ...SECTORS.map((sector) => ({ value: sector, label: t(`page:sector.${sector}.name`) })),
            { value: '', label: t('ratings:sector.none') },
          ]}
          optional
        />
        <OpinionFields questions={questions} />
        <Button>{t('ratings:page.send')}</Button>
      </Form>
    </>
  );
}
