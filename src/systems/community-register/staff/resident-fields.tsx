import { RadioField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { useT } from '../../../kernel/page/page-context.tsx';
import { DOCUMENT_KINDS, GROUNDS, RESIDENCE_KINDS, SEXES } from '../resident.ts';
import type { PersonData } from '../resident-input.ts';

/** A person's data in a form. */
export function PersonFields({ person }: { person?: Partial<PersonData> }) {
  const t = useT();
  return (
    <>
      <TextField
        name="name"
        label={t('community-register:fields.name')}
        hint={t('community-register:form.nameHint')}
        value={person?.name ?? ''}
      />
      <TextField
        name="birthDate"
        type="date"
        label={t('community-register:fields.birthDate')}
        value={person?.birthDate ?? ''}
      />
      <RadioField
        name="sex"
        label={t('community-register:fields.sex')}
        value={person?.sex ?? ''}
        options={SEXES.map((sex) => ({ value: sex, label: t(`community-register:sexes.${sex}`) }))}
        inline
      />
      <TextField
        name="rnokpp"
        label={t('community-register:fields.rnokpp')}
        value={person?.rnokpp ?? ''}
        inputMode="numeric"
        width={10}
        optional
      />
      <TextField
        name="unzr"
        label={t('community-register:fields.unzr')}
        hint={t('community-register:form.unzrHint')}
        value={person?.unzr ?? ''}
        width={20}
        optional
      />
      <SelectField
        name="documentKind"
        label={t('community-register:fields.documentKind')}
        empty={t('community-register:form.noDocument')}
        value={person?.documentKind ?? ''}
        options={DOCUMENT_KINDS.map((kind) => ({
          value: kind,
          label: t(`community-register:documents.${kind}`),
        }))}
        optional
      />
      <TextField
        name="documentNumber"
        label={t('community-register:fields.documentNumber')}
        value={person?.documentNumber ?? ''}
        width={20}
        optional
      />
    </>
  );
}

/** Where and by what right a person is registered; `prefix` where the action's input has it in a part of its own. */
export function ResidenceFields({ address = '', prefix = '' }: { address?: string; prefix?: string }) {
  const t = useT();
  return (
    <>
      <TextField
        name={`${prefix}address`}
        label={t('community-register:fields.address')}
        hint={t('community-register:form.addressHint')}
        value={address}
      />
      <TextField name={`${prefix}flat`} label={t('community-register:fields.flat')} width={4} optional />
      <SelectField
        name={`${prefix}kind`}
        label={t('community-register:fields.kind')}
        value="declared"
        options={RESIDENCE_KINDS.map((kind) => ({
          value: kind,
          label: t(`community-register:kinds.${kind}`),
        }))}
      />
      <SelectField
        name={`${prefix}ground`}
        label={t('community-register:fields.ground')}
        value="ownership"
        options={GROUNDS.filter((ground) => ground !== 'transferred').map((ground) => ({
          value: ground,
          label: t(`community-register:grounds.${ground}`),
        }))}
      />
      <TextField
        name={`${prefix}consentBy`}
        label={t('community-register:fields.consentBy')}
        hint={t('community-register:form.consentHint')}
        optional
      />
      <TextField
        name={`${prefix}from`}
        type="date"
        label={t('community-register:fields.from')}
        hint={t('community-register:form.fromHint')}
        optional
      />
    </>
  );
}
