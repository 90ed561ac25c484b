import type { z } from 'zod';
import { CheckboxesField, RadioField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { CHANNELS, DEPUTY_PAPERS, DOCUMENTS, KINDS, SEXES, SIGNS, SUBJECTS, TERMS } from '../appeal.ts';
import type { listChoices } from '../queries/list-choices.ts';
import { optionsOf } from '../words.ts';

export type Choices = z.output<(typeof listChoices)['output']>;

/** As many questions as a form has lines for; an appeal with more is registered by the API. */
export const QUESTION_LINES = 4;

/** Values that stand in the card before anybody writes: what was filed or read from a letter. */
export interface CardValues {
  readonly channel?: string;
  readonly kind?: string;
  readonly sign?: string;
  readonly subject?: string;
  readonly sex?: string;
  readonly document?: string;
  readonly people?: number;
  readonly sender?: string;
  readonly categories?: readonly string[];
  readonly status?: string | null;
  readonly questions?: readonly { readonly topic: string; readonly text: string }[];
}

/** How it came, what it is, whose it is: one key a choice. */
export function CardFields({ values = {}, whole }: { values?: CardValues; whole: boolean }) {
  const { t } = usePage();
  const label = (name: string) => t(`appeals:fields.${name}`);
  return (
    <>
      <SelectField
        name="channel"
        label={label('channel')}
        value={values.channel ?? 'post'}
        options={optionsOf(CHANNELS, 'channels', t)}
      />
      <SelectField
        name="document"
        label={label('document')}
        empty={label('documentByChannel')}
        value={told(values.document)}
        options={optionsOf(DOCUMENTS, 'documents', t)}
        optional
      />
      <RadioField
        name="kind"
        label={label('kind')}
        {...(values.kind === undefined || values.kind === 'not-stated' ? {} : { value: values.kind })}
        options={optionsOf(KINDS, 'kinds', t)}
        inline
      />
      <SelectField
        name="sign"
        label={label('sign')}
        value={values.sign ?? 'first'}
        options={optionsOf(SIGNS, 'signs', t)}
      />
      <RadioField
        name="subject"
        label={label('subject')}
        value={values.subject ?? 'individual'}
        options={optionsOf(SUBJECTS, 'subjects', t)}
        inline
      />
      <TextField
        name="people"
        label={label('people')}
        hint={label('peopleHint')}
        value={`${values.people ?? 1}`}
        inputMode="numeric"
        width={4}
      />
      <RadioField
        name="sex"
        label={label('sex')}
        hint={label('sexHint')}
        value={told(values.sex)}
        options={optionsOf(SEXES, 'sexes', t)}
        inline
        optional
      />
      {whole ? <DeputyFields /> : null}
      <TextField
        name="sender"
        label={label('sender')}
        hint={label('senderHint')}
        value={values.sender ?? ''}
        optional
      />
    </>
  );
}

/** What nobody stated is an empty choice. */
function told(value: string | undefined): string {
  return value === undefined || value === 'not-stated' ? '' : value;
}

function DeputyFields() {
  const { t } = usePage();
  return (
    <>
      <SelectField
        name="term"
        label={t('appeals:fields.term')}
        options={optionsOf(TERMS, 'terms', t)}
        value="ordinary"
      />
      <SelectField
        name="deputy"
        label={t('appeals:fields.deputy')}
        empty={t('appeals:fields.notDeputy')}
        options={optionsOf(DEPUTY_PAPERS, 'deputies', t)}
        optional
      />
    </>
  );
}

/** Topics by their code, so that «090» and Tab choose one. */
export function QuestionFields({ choices, values = {} }: { choices: Choices; values?: CardValues }) {
  const { t, locale } = usePage();
  const topics = choices.topics.map(({ code, label, labelEn }) => ({
    value: code,
    label: `${code} ${locale === 'uk' ? label : labelEn}`,
  }));
  return (
    <>
      {Array.from({ length: QUESTION_LINES }, (_, index) => {
        const line = (
          <>
            <SelectField
              name={`questions.${index}.topic`}
              label={t('appeals:fields.topic', { no: index + 1 })}
              empty={t('appeals:fields.chooseTopic')}
              options={topics}
              value={values.questions?.[index]?.topic ?? ''}
              optional={index > 0}
            />
            <TextField
              name={`questions.${index}.text`}
              label={t('appeals:fields.question', { no: index + 1 })}
              value={values.questions?.[index]?.text ?? ''}
              optional
            />
          </>
        );
        if (index === 0) return line;
        return (
          <details key={index} open={values.questions?.[index] !== undefined}>
            <summary>{t('appeals:fields.oneMore', { no: index + 1 })}</summary>
            {line}
          </details>
        );
      })}
    </>
  );
}

/** Who the author is by the classifier: axes 7 and 8. */
export function CategoryFields({ choices, values = {} }: { choices: Choices; values?: CardValues }) {
  const { t, locale } = usePage();
  const words = (entry: { label: string; labelEn: string }) =>
    locale === 'uk' ? entry.label : entry.labelEn;
  return (
    <details open={(values.categories ?? []).length > 0}>
      <summary>{t('appeals:fields.categories')}</summary>
      <CheckboxesField
        name="categories"
        label={t('appeals:fields.categories')}
        values={values.categories ?? []}
        options={choices.categories.map((entry) => ({
          value: entry.code,
          label: entry.priority ? `${words(entry)} · ${t('appeals:fields.priority')}` : words(entry),
        }))}
      />
      <SelectField
        name="status"
        label={t('appeals:fields.status')}
        empty={t('appeals:fields.notTold')}
        value={values.status ?? ''}
        options={choices.statuses.map((entry) => ({ value: entry.code, label: words(entry) }))}
        optional
      />
    </details>
  );
}
