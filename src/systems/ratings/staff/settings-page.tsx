import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { setAlert } from '../actions/set-alert.ts';
import { setQuestion } from '../actions/set-question.ts';
import { getAlert } from '../queries/get-alert.ts';
import { type FormQuestion, listFormQuestions } from '../queries/list-form-questions.ts';

const PATH = '/desk/ratings/settings';
const CERTAINTIES = ['V', 'V2', 'M', 'M?'] as const;

/** Whom low marks are written to, and what the form asks from which day. */
export const settingsPage = definePage({
  path: PATH,
  may: ['head', 'it'],
  shell: 'staff',
  get: async (request, form) => {
    const { questions } = await request.ask(listFormQuestions, {});
    const alert = await request.ask(getAlert, {});
    return view(request.t('ratings:settings.title'), <Settings {...{ questions, alert, form }} />);
  },
  post: async (request) => {
    if (request.field('deed') === 'question') {
      await request.run(setQuestion, questionOf(request));
      return redirect(PATH, 'ratings:notices.questionSet');
    }
    const email = request.field('email');
    await request.run(setAlert, {
      email: email === '' ? null : email,
      markAtMost: request.field('markAtMost'),
    });
    return redirect(PATH, 'ratings:notices.alertSet');
  },
});

function questionOf(request: PagePost) {
  return {
    code: request.field('code'),
    title: request.field('title'),
    titleEn: request.field('titleEn'),
    indexName: request.field('indexName'),
    indexNameEn: request.field('indexNameEn'),
    position: request.field('position'),
    article: request.field('article'),
    certainty: CERTAINTIES.find((one) => one === request.field('certainty')) ?? ('M?' as const),
    from: request.field('from'),
  };
}

interface Props {
  readonly questions: readonly FormQuestion[];
  readonly alert: { readonly email: string | null; readonly markAtMost: number };
  readonly form: FormState | undefined;
}

function Settings({ questions, alert, form }: Props) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('ratings:settings.title')}</h1>
      <h2>{t('ratings:settings.alert')}</h2>
      <Form id="alert" state={form?.values['deed'] === 'alert' ? form : undefined}>
        <HiddenField name="deed" value="alert" />
        <TextField
          name="email"
          type="email"
          label={t('ratings:settings.email')}
          hint={t('ratings:settings.emailHint')}
          value={alert.email ?? ''}
          optional
        />
        <TextField
          name="markAtMost"
          label={t('ratings:settings.markAtMost')}
          value={String(alert.markAtMost)}
          width={4}
          inputMode="numeric"
        />
        <Button>{t('ratings:settings.save')}</Button>
      </Form>
      <h2>{t('ratings:settings.questions')}</h2>
      <p>{t('ratings:settings.questionsNote')}</p>
      <DataTable
        caption={t('ratings:settings.questions')}
        captionHidden
        rows={questions}
        keyOf={({ code }) => code}
        empty={t('ratings:settings.noQuestions')}
        columns={[
          {
            key: 'title',
            title: t('ratings:settings.question'),
            heading: true,
            cell: (one) => (locale === 'uk' ? one.title : one.titleEn),
          },
          { key: 'code', title: t('ratings:settings.code'), narrow: true, cell: ({ code }) => code },
          { key: 'article', title: t('ratings:settings.article'), cell: ({ article }) => article },
          {
            key: 'certainty',
            title: t('ratings:settings.certainty'),
            narrow: true,
            cell: ({ certainty }) => certainty,
          },
          {
            key: 'from',
            title: t('ratings:settings.from'),
            narrow: true,
            cell: ({ validFrom }) => formatDate(validFrom, locale),
          },
        ]}
      />
      <QuestionForm form={form?.values['deed'] === 'question' ? form : undefined} />
    </>
  );
}

function QuestionForm({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <details open={form !== undefined}>
      <summary>{t('ratings:settings.change')}</summary>
      <Form id="question" state={form}>
        <HiddenField name="deed" value="question" />
        <TextField
          name="code"
          label={t('ratings:settings.code')}
          hint={t('ratings:settings.codeHint')}
          width={20}
        />
        <TextField name="title" label={t('ratings:settings.titleUk')} />
        <TextField name="titleEn" label={t('ratings:settings.titleEn')} />
        <TextField name="indexName" label={t('ratings:settings.indexUk')} width={20} />
        <TextField name="indexNameEn" label={t('ratings:settings.indexEn')} width={20} />
        <TextField name="position" label={t('ratings:settings.position')} width={4} inputMode="numeric" />
        <TextField name="article" label={t('ratings:settings.article')} />
        <SelectField
          name="certainty"
          label={t('ratings:settings.certainty')}
          value="M?"
          options={CERTAINTIES.map((one) => ({
            value: one,
            label: t(`ratings:certainty.${one === 'M?' ? 'unsure' : one}`),
          }))}
        />
        <TextField name="from" type="date" label={t('ratings:settings.from')} />
        <Button look="plain">{t('ratings:settings.save')}</Button>
      </Form>
    </details>
  );
}
