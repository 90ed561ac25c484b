import { RadioField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import type { FieldProps } from '../../../kernel/page/components/field.tsx';
import { FileField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { answerField } from '../answer-rules.ts';
import type { Answers, FormField, FormWords } from '../service-form.ts';

/** More choices than these fold into a list. */
const MOST_RADIOS = 8;

export interface ServiceFieldsProps {
  readonly fields: readonly FormField[];
  /** What was answered before: a draft, an earlier application. */
  readonly answers?: Answers;
  /** Names of kept files by their ids: shown instead of the id. */
  readonly fileNames?: ReadonlyMap<string, string>;
}

/**
 * The questions of a service's form, for a `Form` around them: names are `answers.<question>`. A
 * question that depends on another stands inside it and is shown by the style sheet alone
 * (`:has(:checked)`); where that is not known it is shown always, with its condition in words.
 */
export function ServiceFields(props: ServiceFieldsProps) {
  const roots = props.fields.filter(
    ({ showWhen }) => showWhen === undefined || !props.fields.some(({ name }) => name === showWhen.field),
  );
  return (
    <>
      {roots.map((field) => (
        <Question key={field.name} field={field} depth={0} {...props} />
      ))}
    </>
  );
}

function Question(props: ServiceFieldsProps & { field: FormField; depth: number }) {
  const { field, fields, depth } = props;
  const dependents = depth > 8 ? [] : fields.filter(({ showWhen }) => showWhen?.field === field.name);
  return (
    <div class={dependents.length === 0 ? undefined : 'question'}>
      <FieldInput {...props} />
      {dependents.map((one) => (
        <div key={one.name} class="question-when" data-choice={choiceNumber(field, one)}>
          <Question {...props} field={one} depth={depth + 1} />
        </div>
      ))}
    </div>
  );
}

/** Which radio of the question above opens this one, counted from 1; none where it is always shown. */
function choiceNumber(above: FormField, { showWhen }: FormField): number | undefined {
  if (showWhen === undefined) return undefined;
  if (above.kind === 'yes-no') return showWhen.is === true ? 1 : 2;
  if (above.kind !== 'choice' || above.options.length > MOST_RADIOS) return undefined;
  const index = above.options.findIndex(({ value }) => value === showWhen.is);
  return index < 0 ? undefined : index + 1;
}

function FieldInput({ field, answers, fileNames }: ServiceFieldsProps & { field: FormField }) {
  const { t, locale } = usePage();
  const say = (words: FormWords) => (locale === 'en' && words.en !== '' ? words.en : words.uk);
  const answer = answers?.[field.name];
  const value = answer === undefined ? undefined : String(answer);
  const shared: FieldProps = {
    name: answerField(field.name),
    label: say(field.label),
    optional: !field.required,
    ...(field.hint === undefined ? {} : { hint: say(field.hint) }),
  };
  const text = { ...shared, ...(value === undefined ? {} : { value }) };
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          {...text}
          maxLength={500}
          {...(field.format === undefined ? {} : { width: 20 as const })}
          hint={
            shared.hint ?? (field.format && t(`service-catalogue:formatHints.${field.format}`)) ?? undefined
          }
        />
      );
    case 'long-text':
      return <TextField {...text} rows={4} maxLength={4000} />;
    case 'address':
      return <TextField {...text} maxLength={500} />;
    case 'number':
      return (
        <TextField
          {...text}
          value={value?.replace('.', ',') ?? ''}
          inputMode="decimal"
          width={10}
          {...(field.unit === undefined ? {} : { suffix: field.unit })}
        />
      );
    case 'date':
      return <TextField {...text} type="date" />;
    case 'phone':
      return <TextField {...text} type="tel" width={20} maxLength={40} />;
    case 'email':
      return <TextField {...text} type="email" width={20} maxLength={200} />;
    case 'person-code':
      return <TextField {...text} inputMode="numeric" width={10} maxLength={20} />;
    case 'file':
      return (
        <FileField
          {...shared}
          hint={value === undefined ? shared.hint : (fileNames?.get(value) ?? shared.hint)}
        />
      );
    case 'yes-no':
      return (
        <RadioField
          {...shared}
          inline
          options={[
            { value: 'yes', label: t('service-catalogue:answers.yes') },
            { value: 'no', label: t('service-catalogue:answers.no') },
          ]}
          {...(answer === undefined ? {} : { value: answer === true ? 'yes' : 'no' })}
        />
      );
    case 'choice': {
      const options = field.options.map((option) => ({ value: option.value, label: say(option.label) }));
      return options.length > MOST_RADIOS ? (
        <SelectField {...text} options={options} empty={t('service-catalogue:answers.choose')} />
      ) : (
        <RadioField {...text} options={options} />
      );
    }
  }
}
