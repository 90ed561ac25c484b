import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { CaseFormsProps } from './case-forms.tsx';

/** To whom, with whom, what to do and by when. Whom the appeal complains of is not in the list. */
export function ResolveFields({ found, choices }: CaseFormsProps) {
  const { t, actor } = usePage();
  const isLeader = actor.roles.includes('leader');
  const parent = found.resolutions.findLast(({ unitId, staffId }) =>
    isLeader ? staffId === actor.staffId : unitId === actor.unitId,
  );
  const options = addressees({ found, choices }, isLeader ? undefined : parent?.unit);
  return (
    <>
      <HiddenField name="parentId" value={parent?.id ?? ''} />
      <SelectField
        name="executor"
        label={t('appeals:fields.executor')}
        empty={t('appeals:fields.choose')}
        options={options}
      />
      {[1, 2].map((no) => (
        <SelectField
          key={no}
          name="coExecutors"
          label={t('appeals:fields.coExecutor', { no })}
          empty={t('appeals:fields.nobody')}
          options={options}
          optional
        />
      ))}
      {found.questions.length < 2 ? null : (
        <SelectField
          name="questionNo"
          label={t('appeals:fields.questionNo')}
          empty={t('appeals:fields.wholeAppeal')}
          options={found.questions.map(({ no, text }) => ({ value: `${no}`, label: `${no}. ${text}` }))}
          optional
        />
      )}
      <TextField name="text" label={t('appeals:fields.resolution')} rows={2} />
      <TextField name="dueOn" label={t('appeals:fields.resolutionDue')} type="date" optional />
    </>
  );
}

/** Bodies first, then their people; within one body only its own. */
function addressees(
  { found, choices }: Pick<CaseFormsProps, 'found' | 'choices'>,
  onlyUnit: string | undefined,
) {
  const staff = new Set(found.complainedOf.map(({ staffId }) => staffId));
  const units = new Set(found.complainedOf.filter(({ unitId }) => unitId !== null).map(({ name }) => name));
  const isOpen = (name: string) => !units.has(name) && (onlyUnit === undefined || name === onlyUnit);
  return [
    ...choices.units
      .filter(({ name, kind }) => kind !== 'centre' && isOpen(name))
      .map(({ code, name }) => ({ value: code, label: name })),
    ...choices.people
      .filter(({ id, unitName }) => !staff.has(id) && isOpen(unitName))
      .map(({ id, name, unitCode, unitName }) => ({
        value: `${unitCode}/${id}`,
        label: name,
        group: unitName,
      })),
  ];
}
