import type { ComponentChildren, VNode } from 'preact';
import { CaseDeeds } from '../../../kernel/cases/view/case-deeds.tsx';
import { CheckboxesField, RadioField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { FileField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage, useT } from '../../../kernel/page/page-context.tsx';
import { OUTCOMES } from '../application.ts';
import type { CaseDeed } from './case-deeds.ts';
import type { Reason } from './case-facts.tsx';
import type { Application } from './case-page.tsx';
import { permittedDeeds } from './case-permits.ts';

export interface CaseFormsProps {
  readonly found: Application;
  readonly choices: {
    readonly reasons: readonly Reason[];
    readonly specialists: readonly { readonly id: string; readonly name: string }[];
  };
  readonly bodies: readonly { readonly code: string; readonly shortName: string }[];
  readonly form: FormState | undefined;
}

const HOTKEYS: Partial<Readonly<Record<CaseDeed, string>>> = { take: 'F2', resume: 'F9', 'hand-out': 'F10' };

export function CaseForms(props: CaseFormsProps) {
  const { actor } = usePage();
  const { found, form } = props;
  return (
    <CaseDeeds
      system="applications"
      caseId={found.id}
      path={`/desk/applications/${found.id}`}
      deeds={permittedDeeds(found, actor)}
      form={form}
      hotkeys={HOTKEYS}
      withFile={['decide', 'attach']}
      fields={(deed) => <DeedFields deed={deed} {...props} />}
    />
  );
}

function DeedFields(props: CaseFormsProps & { deed: CaseDeed }): VNode | null {
  const t = useT();
  const label = (name: string) => t(`applications:fields.${name}`);
  switch (props.deed) {
    case 'decide':
      return <DecideFields reasons={props.choices.reasons} />;
    case 'pause':
      return (
        <>
          <TextField name="reason" label={label('pauseReason')} hint={label('pauseReasonHint')} rows={3} />
          <TextField name="cureBy" label={label('cureBy')} type="date" />
        </>
      );
    case 'hand-over':
      return (
        <>
          <SelectField
            name="unitCode"
            label={label('unitCode')}
            empty={label('choose')}
            options={choiceOf(props)}
          />
          <TextField name="note" label={label('handOverNote')} rows={2} optional />
        </>
      );
    case 'assign':
      return (
        <SelectField
          name="staffId"
          label={label('staffId')}
          empty={label('choose')}
          options={props.choices.specialists.map(({ id, name }) => ({ value: id, label: name }))}
        />
      );
    case 'attach':
      return <FileField name="file" label={label('file')} hint={label('fileHint')} />;
    case 'hand-out':
      return <TextField name="code" label={label('code')} width={20} optional />;
    case 'take':
    case 'resume':
    case 'pass':
    case 'withdraw':
      return null;
  }
}

function choiceOf({ bodies, found }: CaseFormsProps) {
  return bodies
    .filter(({ code }) => code !== found.unitCode)
    .map(({ code, shortName }) => ({ value: code, label: shortName }));
}

function DecideFields({ reasons }: { reasons: readonly Reason[] }): VNode {
  const t = useT();
  const label = (name: string) => t(`applications:fields.${name}`);
  const withArticle = ({ text, article }: Reason): ComponentChildren => (
    <>
      {text} <small>{article}</small>
    </>
  );
  return (
    <>
      <RadioField
        name="outcome"
        label={label('outcome')}
        options={OUTCOMES.map((outcome) => ({
          value: outcome,
          label: t(`applications:outcomes.${outcome}`),
        }))}
        inline
      />
      <details>
        <summary>{label('reasons')}</summary>
        <CheckboxesField
          name="reasons"
          label={label('reasons')}
          hint={label('reasonsHint')}
          options={reasons.map((reason) => ({ value: reason.code, label: withArticle(reason) }))}
        />
      </details>
      <TextField name="note" label={label('note')} rows={3} optional />
      <FileField name="file" label={label('resultFile')} hint={label('fileHint')} optional />
    </>
  );
}
