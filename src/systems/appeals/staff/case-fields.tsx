import type { VNode } from 'preact';
import { RadioField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { PlaceField } from '../../address-register/index.ts';
import { SENT_HOW } from '../answer-store.ts';
import { ANSWERS } from '../appeal.ts';
import { RETURN_GROUNDS, UNCONSIDERED_GROUNDS } from '../grounds.ts';
import { optionsOf } from '../words.ts';
import { CardFields, CategoryFields, QuestionFields } from './card-fields.tsx';
import type { CaseFormsProps } from './case-forms.tsx';
import { type CaseDeed, ownQuestions } from './case-permits.ts';
import { ComplainedOfFields } from './register-page.tsx';
import { ResolveFields } from './resolve-fields.tsx';

type Props = CaseFormsProps & { readonly deed: CaseDeed };

export function DeedFields(props: Props): VNode | null {
  const { t } = usePage();
  const label = (name: string) => t(`appeals:fields.${name}`);
  const { found, choices } = props;
  switch (props.deed) {
    case 'describe':
      return (
        <>
          <CardFields whole={false} values={found} />
          <PlaceField name="place" label={label('place')} value={found.place} point={found} />
          <QuestionFields choices={choices} values={found} />
          <CategoryFields choices={choices} values={found} />
        </>
      );
    case 'resolve':
      return <ResolveFields {...props} />;
    case 'answer':
      return <AnswerFields {...props} />;
    case 'question':
      return <QuestionOutcome {...props} />;
    case 'approve':
    case 'send-back':
    case 'send':
      return <AnswerInHand {...props} />;
    case 'outcome':
      return (
        <>
          <RadioField
            name="outcome"
            label={label('outcome')}
            options={optionsOf(ANSWERS, 'outcomes', t)}
            inline
          />
          <TextField name="note" label={label('note')} rows={2} optional />
        </>
      );
    case 'extend':
      return (
        <>
          <TextField
            name="days"
            label={label('days')}
            hint={found.deputy === null ? label('daysHint') : label(`daysHints.${found.deputy}`)}
            inputMode="numeric"
            width={4}
          />
          <TextField name="reason" label={label('reason')} hint={label('reasonHint')} rows={2} />
        </>
      );
    case 'shorten':
      return (
        <>
          <TextField name="dueOn" label={label('shorterDue')} type="date" />
          <TextField name="reason" label={label('demand')} hint={label('demandHint')} rows={2} />
        </>
      );
    case 'forward':
      return (
        <>
          <TextField name="to" label={label('forwardTo')} />
          <TextField name="note" label={label('noteToAuthor')} rows={2} />
        </>
      );
    case 'return':
      return <Grounds grounds={RETURN_GROUNDS} names="returnGrounds" />;
    case 'unconsidered':
      return <Grounds grounds={UNCONSIDERED_GROUNDS} names="unconsideredGrounds" />;
    case 'remove-control':
      return <TextField name="reason" label={label('reason')} />;
    case 'complained-of':
      return <ComplainedOfFields choices={choices} />;
    case 'withdraw':
      return (
        <TextField name="note" label={label('withdrawal')} hint={label('withdrawalHint')} rows={2} optional />
      );
    case 'take':
    case 'control':
      return null;
  }
}

function Grounds({ grounds, names }: { grounds: readonly string[]; names: string }) {
  const { t } = usePage();
  return (
    <>
      <RadioField name="ground" label={t('appeals:fields.ground')} options={optionsOf(grounds, names, t)} />
      <TextField name="note" label={t('appeals:fields.noteToAuthor')} rows={2} />
    </>
  );
}

/** The outcome of each question that has none yet, and the words to the author. */
function AnswerFields({ found }: Props) {
  const { t } = usePage();
  // Sent back to be mended: nobody writes it anew, and what to mend stands above it.
  const last = found.answers.at(-1);
  const sentBack = last?.state === 'sent-back' ? last : undefined;
  return (
    <>
      {sentBack === undefined ? null : <Notice kind="attention">{sentBack.remark}</Notice>}
      <RadioField
        name="kind"
        label={t('appeals:fields.answerKind')}
        value={sentBack?.kind ?? 'final'}
        options={optionsOf(['final', 'interim'], 'answerKinds', t)}
        inline
      />
      {found.questions
        .filter(({ outcome }) => outcome === null)
        .map(({ no, text }) => (
          <RadioField
            key={no}
            name={`outcomes.${no}`}
            label={t('appeals:fields.questionOutcome', { no, text })}
            value={sentBack?.outcomes.find((one) => one.no === no)?.outcome ?? ''}
            options={optionsOf(ANSWERS, 'outcomes', t)}
            inline
          />
        ))}
      <TextField
        name="text"
        label={t('appeals:fields.answer')}
        hint={t('appeals:fields.answerHint')}
        rows={8}
        value={sentBack?.text ?? ''}
      />
    </>
  );
}

function QuestionOutcome({ found }: Props) {
  const { t, actor } = usePage();
  const mine = ownQuestions(found, actor);
  return (
    <>
      <SelectField
        name="no"
        label={t('appeals:fields.whichQuestion')}
        options={mine.map(({ no, text }) => ({ value: `${no}`, label: `${no}. ${text}` }))}
      />
      <RadioField
        name="outcome"
        label={t('appeals:fields.outcome')}
        options={optionsOf(ANSWERS, 'outcomes', t)}
        inline
      />
      <TextField name="note" label={t('appeals:fields.note')} rows={3} />
    </>
  );
}

/** The answer that is to be approved or sent; the oldest first. */
function AnswerInHand({ found, deed }: Props) {
  const { t } = usePage();
  const state = deed === 'send' ? 'approved' : 'draft';
  const answer = found.answers.find((one) => one.state === state);
  if (answer === undefined) return null;
  const mayEmail = (found.author?.email ?? null) !== null;
  return (
    <>
      <HiddenField name="answerId" value={answer.id} />
      {deed === 'approve' ? <blockquote class="appeal-text">{answer.text}</blockquote> : null}
      {deed === 'send-back' ? <TextField name="remark" label={t('appeals:fields.remark')} rows={2} /> : null}
      {deed === 'send' ? (
        <RadioField
          name="how"
          label={t('appeals:fields.how')}
          value={mayEmail ? 'email' : 'post'}
          options={optionsOf(mayEmail ? SENT_HOW : SENT_HOW.slice(1), 'sentHow', t)}
          inline
        />
      ) : null}
    </>
  );
}
