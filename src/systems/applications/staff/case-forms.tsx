import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../../../kernel/page/components/button.tsx';
import { CheckboxesField, RadioField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FileField, HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
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

/** The first deed stands open, the others unfold; a refused one unfolds by itself. */
export function CaseForms(props: CaseFormsProps) {
  const { t, actor } = usePage();
  const deeds = permittedDeeds(props.found, actor);
  const refused = props.form?.values['deed'];
  return (
    <>
      <h2>{t('applications:case.todo')}</h2>
      {deeds.length === 0 ? <p>{t('applications:case.nothing')}</p> : null}
      {deeds.map((deed, index) => (
        <DeedForm
          key={deed}
          deed={deed}
          open={refused === undefined ? index === 0 : refused === deed}
          {...props}
        />
      ))}
    </>
  );
}

const HOTKEYS: Partial<Readonly<Record<CaseDeed, string>>> = { take: 'F2', resume: 'F9', 'hand-out': 'F10' };

function DeedForm(props: CaseFormsProps & { deed: CaseDeed; open: boolean }) {
  const { deed, open, found, form } = props;
  const t = useT();
  const title = t(`applications:deeds.${deed}.title`);
  const hotkey = HOTKEYS[deed];
  return (
    <details open={open} class="case-deed">
      <summary>{title}</summary>
      <Form
        id={deed}
        action={`/desk/applications/${found.id}`}
        state={form?.values['deed'] === deed ? form : undefined}
        multipart={deed === 'decide' || deed === 'attach'}
        label={title}
        draft={`${deed}-${found.id}`}
      >
        <HiddenField name="deed" value={deed} />
        <p>{t(`applications:deeds.${deed}.hint`)}</p>
        <DeedFields {...props} />
        <Button look={open ? 'primary' : 'plain'} {...(hotkey === undefined ? {} : { hotkey })}>
          {t(`applications:deeds.${deed}.do`)}
        </Button>
      </Form>
    </details>
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
