import { formatDate, formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { CheckboxField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { answerQuestion } from '../actions/answer-question.ts';
import { closeQuestion } from '../actions/close-question.ts';
import { publishAnswer } from '../actions/publish-answer.ts';
import { CLOSING_REASONS, TRANSITIONS } from '../question.ts';
import { getQuestion, type WholeQuestion } from '../queries/get-question.ts';

/** One question: what was asked, the answer, and the text for the base. */
export const questionPage = definePage({
  path: '/desk/consultations/:id',
  may: ['administrator', 'specialist', 'head', 'auditor'],
  shell: 'staff',
  get: async (request, form) => {
    const question = await request.ask(getQuestion, { id: request.params['id'] ?? '' });
    return view(request.t('consultations:question.title'), <QuestionView question={question} form={form} />);
  },
  post: act,
});

async function act(request: PagePost): Promise<Answer> {
  const questionId = request.params['id'] ?? '';
  const here = `/desk/consultations/${questionId}`;
  switch (request.field('deed')) {
    case 'answer': {
      const { sent } = await request.run(answerQuestion, { questionId, answer: request.field('answer') });
      return redirect(here, sent ? 'consultations:notices.sent' : 'consultations:notices.answered');
    }
    case 'publish': {
      const serviceCode = request.field('serviceCode');
      await request.run(publishAnswer, {
        questionId,
        question: request.field('question'),
        answer: request.field('answer'),
        serviceCode: serviceCode === '' ? null : serviceCode,
        confirmed: request.field('confirmed') === 'on',
      });
      return redirect(here, 'consultations:notices.published');
    }
    default:
      await request.run(closeQuestion, {
        questionId,
        // An address that anyone may have written: without a reason of ours it is an outdated one.
        reason: CLOSING_REASONS.find((one) => one === request.field('reason')) ?? 'outdated',
      });
      return redirect('/desk/consultations', 'consultations:notices.closed');
  }
}

interface Props {
  readonly question: WholeQuestion;
  readonly form: FormState | undefined;
}

function QuestionView({ question, form }: Props) {
  const { t, locale, actor } = usePage();
  const next = actor.roles.includes('auditor') ? [] : TRANSITIONS[question.state];
  const stateOf = (deed: string) => (form?.values['deed'] === deed ? form : undefined);
  return (
    <>
      <h1>{t('consultations:question.title')}</h1>
      <p>
        <StatusTag tone={question.state === 'asked' ? 'waiting' : 'done'}>
          {t(`consultations:states.${question.state}`)}
        </StatusTag>
      </p>
      <p class="consultation-text">{question.question}</p>
      <SummaryList
        lines={[
          { term: t('consultations:desk.channel'), value: t(`consultations:channels.${question.channel}`) },
          { term: t('consultations:desk.asked'), value: formatDateTime(question.askedAt, locale) },
          { term: t('consultations:desk.due'), value: formatDate(question.dueOn, locale) },
          { term: t('consultations:desk.service'), value: question.serviceName },
          { term: t('consultations:question.email'), value: question.email },
          { term: t('consultations:question.answeredBy'), value: question.answeredBy },
          {
            term: t('consultations:question.closed'),
            value:
              question.closedReason === null ? null : t(`consultations:closing.${question.closedReason}`),
          },
        ]}
      />
      {question.answer === null ? null : (
        <>
          <h2>{t('consultations:question.answer')}</h2>
          <p class="consultation-text">{question.answer}</p>
        </>
      )}
      {question.state === 'published' ? (
        <p>
          <a href={`/consultations/${question.id}`}>{t('consultations:question.inBase')}</a>
        </p>
      ) : null}
      {next.includes('answered') ? <AnswerForm form={stateOf('answer')} /> : null}
      {next.includes('published') ? <PublishForm question={question} form={stateOf('publish')} /> : null}
      {next.includes('closed') ? <CloseForm form={stateOf('close')} /> : null}
    </>
  );
}

function AnswerForm({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <Form id="answer" state={form} draft="consultation-answer">
      <HiddenField name="deed" value="answer" />
      <TextField
        name="answer"
        label={t('consultations:question.yourAnswer')}
        hint={t('consultations:question.yourAnswerHint')}
        rows={8}
        first
      />
      <Button hotkey="Ctrl+Enter">{t('consultations:question.send')}</Button>
    </Form>
  );
}

function PublishForm({ question, form }: Props) {
  const { t } = usePage();
  return (
    <>
      <h2>{t('consultations:question.publish')}</h2>
      <Form id="publish" state={form}>
        <HiddenField name="deed" value="publish" />
        <TextField
          name="question"
          label={t('consultations:question.publicQuestion')}
          hint={t('consultations:question.publicHint')}
          rows={3}
          value={question.question}
        />
        <TextField
          name="answer"
          label={t('consultations:question.publicAnswer')}
          rows={6}
          value={question.answer ?? ''}
        />
        <TextField
          name="serviceCode"
          label={t('consultations:call.service')}
          width={10}
          value={question.serviceCode ?? ''}
          optional
        />
        <CheckboxField name="confirmed" label={t('consultations:question.confirmed')} />
        <Button>{t('consultations:question.publish')}</Button>
      </Form>
    </>
  );
}

function CloseForm({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <Form id="close" inline state={form} label={t('consultations:question.close')}>
      <HiddenField name="deed" value="close" />
      <SelectField
        name="reason"
        label={t('consultations:question.closeReason')}
        options={CLOSING_REASONS.map((reason) => ({
          value: reason,
          label: t(`consultations:closing.${reason}`),
        }))}
      />
      <Button look="quiet">{t('consultations:question.close')}</Button>
    </Form>
  );
}
