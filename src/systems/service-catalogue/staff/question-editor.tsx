import { Button } from '../../../kernel/page/components/button.tsx';
import { CheckboxField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { type BuilderQuestion, formOf } from '../form-builder/builder-question.ts';
import { FIELD_KINDS, TEXT_FORMATS } from '../service-form.ts';

interface Props {
  readonly question: BuilderQuestion;
  readonly index: number;
  readonly all: readonly BuilderQuestion[];
}

/** One question with all that may be said of it, and the buttons that move it. */
export function QuestionEditor(props: Props) {
  const { question, index, all } = props;
  const { t } = usePage();
  const word = (name: string) => t(`service-catalogue:builder.${name}`);
  const box = (name: string) => `q.${index}.${name}`;
  return (
    <fieldset class="builder-question" id={`q-${index}`}>
      <legend>{t('service-catalogue:builder.question', { number: index + 1 })}</legend>
      <HiddenField name={box('name')} value={question.name} />
      <HiddenField name={box('values')} value={question.values} />
      <TextField name={box('labelUk')} label={word('labelUk')} value={question.labelUk} maxLength={300} />
      <div class="builder-row">
        <SelectField
          name={box('kind')}
          label={word('kind')}
          value={question.kind}
          options={FIELD_KINDS.map((kind) => ({ value: kind, label: t(`service-catalogue:kinds.${kind}`) }))}
        />
        <CheckboxField name={box('required')} label={word('required')} checked={question.required} />
      </div>
      <OwnBoxes {...props} />
      <details open={question.when !== ''}>
        <summary>{word('more')}</summary>
        <SelectField
          name={box('when')}
          label={word('when')}
          value={question.when}
          empty={word('always')}
          options={conditionsFor(question, all, t)}
        />
        <TextField name={box('hintUk')} label={word('hintUk')} value={question.hintUk} optional />
        <TextField name={box('labelEn')} label={word('labelEn')} value={question.labelEn} optional />
        <TextField name={box('hintEn')} label={word('hintEn')} value={question.hintEn} optional />
      </details>
      <div class="builder-buttons">
        {(['up', 'down', 'copy', 'remove'] as const).map((deed) => (
          <Button
            key={deed}
            look="quiet"
            name="step"
            value={`${deed}.${index}`}
            disabled={(deed === 'up' && index === 0) || (deed === 'down' && index === all.length - 1)}
            formAction={`#q-${Math.max(0, deed === 'up' ? index - 1 : deed === 'down' || deed === 'copy' ? index + 1 : index - 1)}`}
            label={t(`service-catalogue:builder.deeds.${deed}`, { number: index + 1 })}
          >
            {word(deed)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** What only some kinds have: answers to choose from, bounds of a number, the shape of a text. */
function OwnBoxes({ question, index }: Props) {
  const { t } = usePage();
  const word = (name: string) => t(`service-catalogue:builder.${name}`);
  const box = (name: string) => `q.${index}.${name}`;
  if (question.kind === 'choice')
    return (
      <TextField
        name={box('options')}
        label={word('options')}
        hint={word('optionsHint')}
        value={question.options}
        rows={Math.max(3, question.options.split('\n').length + 1)}
      />
    );
  if (question.kind === 'number')
    return (
      <div class="builder-row">
        {(['least', 'most', 'unit'] as const).map((name) => (
          <TextField
            key={name}
            name={box(name)}
            label={word(name)}
            value={question[name]}
            width={10}
            optional
          />
        ))}
      </div>
    );
  if (question.kind !== 'text') return null;
  return (
    <SelectField
      name={box('format')}
      label={word('format')}
      value={question.format}
      empty={word('anyText')}
      options={TEXT_FORMATS.map((value) => ({ value, label: t(`service-catalogue:formats.${value}`) }))}
    />
  );
}

/** «Чи є авто? – так»: every answer of another question that this one may wait for. */
function conditionsFor(
  question: BuilderQuestion,
  all: readonly BuilderQuestion[],
  t: ReturnType<typeof usePage>['t'],
) {
  return all
    .filter(
      ({ name, kind }) => name !== '' && name !== question.name && (kind === 'yes-no' || kind === 'choice'),
    )
    .flatMap((other) =>
      answersOf(other, t).map(({ value, label }) => ({
        value: `${other.name}=${value}`,
        label: `${other.labelUk} – ${label}`,
      })),
    );
}

function answersOf(question: BuilderQuestion, t: ReturnType<typeof usePage>['t']) {
  if (question.kind === 'yes-no')
    return [
      { value: 'true', label: t('service-catalogue:answers.yes') },
      { value: 'false', label: t('service-catalogue:answers.no') },
    ];
  const [field] = formOf([question]).form;
  return field?.kind === 'choice'
    ? field.options.map(({ value, label }) => ({ value, label: label.uk }))
    : [];
}
