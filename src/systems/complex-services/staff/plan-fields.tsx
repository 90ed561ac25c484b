import { CheckboxField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { PlanPart, PlanVersion } from '../plan.ts';
import { conditionWords } from './plan-form.ts';

export interface Body {
  readonly code: string;
  readonly shortName: string;
}

/** The plan's own words, promise, questions and papers. */
export function PlanFields({ plan }: { plan: PlanVersion | undefined }) {
  const { t } = usePage();
  const word = (name: string) => t(`complex-services:plan.${name}`);
  return (
    <>
      <TextField
        name="plan.code"
        label={word('code')}
        hint={word('codeHint')}
        value={plan?.code ?? ''}
        width={20}
      />
      <TextField name="plan.title.uk" label={word('titleUk')} value={plan?.title.uk ?? ''} />
      <TextField name="plan.title.en" label={word('titleEn')} value={plan?.title.en ?? ''} optional />
      <TextField name="plan.intro.uk" label={word('introUk')} value={plan?.intro.uk ?? ''} rows={3} />
      <TextField
        name="plan.intro.en"
        label={word('introEn')}
        value={plan?.intro.en ?? ''}
        rows={3}
        optional
      />
      <TermFields path="plan.promise" label={word('promise')} term={plan?.promise ?? null} />
      <TextField
        name="plan.lifeEvent"
        label={word('lifeEvent')}
        value={plan?.lifeEvent ?? ''}
        width={20}
        optional
      />
      <TextField
        name="plan.documents"
        label={word('documents')}
        hint={word('documentsHint')}
        value={plan?.documents.join('\n') ?? ''}
        rows={4}
        optional
      />
      <TextField
        name="plan.form"
        label={word('form')}
        hint={word('formHint')}
        value={plan === undefined || plan.form.length === 0 ? '' : JSON.stringify(plan.form, null, 1)}
        rows={8}
        optional
      />
    </>
  );
}

interface PartProps {
  readonly index: number;
  readonly part: PlanPart | undefined;
  readonly bodies: readonly Body[];
}

/** One part; left empty it is left out. */
export function PartFields({ index, part, bodies }: PartProps) {
  const { t } = usePage();
  const word = (name: string) => t(`complex-services:plan.${name}`);
  const at = (name: string) => `plan.parts.${index}.${name}`;
  const no = part?.no ?? index + 1;
  return (
    <fieldset class="plan-part">
      <legend>{part === undefined ? word('newPart') : `${no}. ${part.title.uk}`}</legend>
      <div class="plan-part-fields">
        <TextField name={at('no')} label={word('no')} value={String(no)} width={4} inputMode="numeric" />
        <TextField name={at('title.uk')} label={word('titleUk')} value={part?.title.uk ?? ''} />
        <TextField name={at('title.en')} label={word('titleEn')} value={part?.title.en ?? ''} optional />
        <TextField name={at('gives.uk')} label={word('givesUk')} value={part?.gives.uk ?? ''} />
        <TextField name={at('gives.en')} label={word('givesEn')} value={part?.gives.en ?? ''} optional />
        <TextField
          name={at('serviceCode')}
          label={word('serviceCode')}
          hint={word('serviceCodeHint')}
          value={part?.serviceCode ?? ''}
          width={10}
          optional
        />
        <SelectField
          name={at('provider')}
          label={word('provider')}
          empty={word('noProvider')}
          value={part?.provider ?? ''}
          options={bodies.map(({ code, shortName }) => ({ value: code, label: shortName }))}
        />
        <TermFields path={at('term')} label={word('term')} term={part?.term ?? null} />
        <TextField
          name={at('dependsOn')}
          label={word('dependsOn')}
          value={part?.dependsOn.join(', ') ?? ''}
          width={10}
          optional
        />
        <TextField name={at('when.uk')} label={word('whenUk')} value={part?.when?.uk ?? ''} optional />
        <TextField name={at('when.en')} label={word('whenEn')} value={part?.when?.en ?? ''} optional />
        <TextField
          name={at('appliesWhen')}
          label={word('appliesWhen')}
          hint={word('appliesWhenHint')}
          value={conditionWords(part?.appliesWhen)}
          width={20}
          optional
        />
        <TextField
          name={at('shares')}
          label={word('shares')}
          value={part?.shares.join(', ') ?? ''}
          optional
        />
        <CheckboxField name={at('required')} label={word('required')} checked={part?.required ?? false} />
      </div>
    </fieldset>
  );
}

const UNITS = ['hours', 'working-days', 'calendar-days', 'months'] as const;

function TermFields({ path, label, term }: { path: string; label: string; term: PlanPart['term'] }) {
  const { t } = usePage();
  return (
    <>
      <TextField
        name={`${path}.value`}
        label={label}
        value={term === null ? '' : String(term.value)}
        width={4}
        inputMode="numeric"
        optional
      />
      <SelectField
        name={`${path}.unit`}
        label={t('complex-services:plan.unit')}
        value={term?.unit ?? 'working-days'}
        options={UNITS.map((unit) => ({ value: unit, label: t(`complex-services:units.${unit}`) }))}
      />
      <TextField
        name={`${path}.article`}
        label={t('complex-services:plan.article')}
        value={term?.article ?? ''}
        optional
      />
    </>
  );
}
