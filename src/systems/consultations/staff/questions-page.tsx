import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Tabs } from '../../../kernel/page/components/navigation.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { recordCall } from '../actions/record-call.ts';
import { STATES, type QuestionState } from '../question.ts';
import { listQuestions, type QuestionLine } from '../queries/list-questions.ts';

/** Who waits for an answer, and a call written down while it is talked: question, answer, Ctrl Enter. */
export const questionsPage = definePage({
  path: '/desk/consultations',
  may: ['administrator', 'specialist', 'head', 'auditor'],
  shell: 'staff',
  get: async (request, form) => {
    const state = STATES.find((one) => one === request.query['state']) ?? 'asked';
    const found = await request.ask(listQuestions, { state });
    return view(
      request.t('consultations:desk.title'),
      <QuestionsDesk state={state} form={form} {...found} />,
    );
  },
  post: async (request) => {
    const [answer, email, serviceCode] = [
      request.field('answer'),
      request.field('email'),
      request.field('serviceCode'),
    ];
    const { state } = await request.run(recordCall, {
      question: request.field('question'),
      answer: answer === '' ? null : answer,
      email: email === '' ? null : email,
      serviceCode: serviceCode === '' ? null : serviceCode,
    });
    return redirect(
      '/desk/consultations',
      state === 'answered' ? 'consultations:notices.callAnswered' : 'consultations:notices.callKept',
    );
  },
});

interface Props {
  readonly state: QuestionState;
  readonly questions: readonly QuestionLine[];
  readonly counts: Readonly<Record<QuestionState, number>>;
  readonly form: FormState | undefined;
}

function QuestionsDesk({ state, questions, counts, form }: Props) {
  const { t, locale, actor } = usePage();
  return (
    <>
      <h1>{t('consultations:desk.title')}</h1>
      {actor.roles.includes('auditor') ? null : <CallForm form={form} />}
      <Tabs
        label={t('consultations:desk.title')}
        tabs={STATES.map((one) => ({
          path: `/desk/consultations?state=${one}`,
          label: t(`consultations:states.${one}`),
          current: one === state,
          count: counts[one],
        }))}
      />
      <DataTable
        caption={t(`consultations:states.${state}`)}
        captionHidden
        rows={questions}
        keyOf={({ id }) => id}
        empty={t(`consultations:desk.none.${state}`)}
        columns={[
          {
            key: 'question',
            title: t('consultations:desk.question'),
            heading: true,
            cell: ({ id, question }) => (
              <a href={`/desk/consultations/${id}`}>
                {question.length > 110 ? `${question.slice(0, 110)}…` : question}
              </a>
            ),
          },
          {
            key: 'service',
            title: t('consultations:desk.service'),
            cell: ({ serviceName }) => serviceName ?? '–',
          },
          {
            key: 'channel',
            title: t('consultations:desk.channel'),
            narrow: true,
            cell: ({ channel }) => t(`consultations:channels.${channel}`),
          },
          {
            key: 'asked',
            title: t('consultations:desk.asked'),
            narrow: true,
            cell: ({ askedAt }) => formatDateTime(askedAt, locale),
          },
          {
            key: 'due',
            title: t('consultations:desk.due'),
            narrow: true,
            cell: (line) => (line.state === 'asked' ? <DueBadge dueOn={line.dueOn} /> : '–'),
          },
        ]}
      />
      <p>{t('consultations:desk.noTerm')}</p>
    </>
  );
}

function CallForm({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <details open={form !== undefined} class="consultation-call">
      <summary data-hotkey="F2">
        {t('consultations:call.title')}{' '}
        <kbd class="key" aria-hidden="true">
          F2
        </kbd>
      </summary>
      <Form id="call" state={form} draft="consultation-call" label={t('consultations:call.title')}>
        <TextField name="question" label={t('consultations:call.question')} rows={2} hotkey="Alt+Q" />
        <TextField
          name="answer"
          label={t('consultations:call.answer')}
          hint={t('consultations:call.answerHint')}
          rows={2}
          optional
        />
        <TextField name="serviceCode" label={t('consultations:call.service')} width={10} optional />
        <TextField name="email" type="email" label={t('consultations:call.email')} width={20} optional />
        <Button hotkey="Ctrl+Enter">{t('consultations:call.send')}</Button>
      </Form>
    </details>
  );
}
