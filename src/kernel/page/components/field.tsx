import type { ComponentChildren } from 'preact';
import { useT } from '../page-context.tsx';
import type { FieldBinding } from './form-context.ts';

/** What every field of a form can be told. */
export interface FieldProps {
  /** Name in the posted form; the path of the action's input where there is one. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly error?: string;
  readonly optional?: boolean;
  /** The label stays for screen readers only, as in a one-field search. */
  readonly labelHidden?: boolean;
}

export function Field(props: FieldProps & { field: FieldBinding; children: ComponentChildren }) {
  return (
    <div class={props.field.error === undefined ? 'field' : 'field field-wrong'}>
      <label class={props.labelHidden ? 'unseen' : 'field-label'} for={props.field.id}>
        {props.label}
        {props.optional ? <Optional /> : null}
      </label>
      <FieldNotes field={props.field} hint={props.hint} />
      {props.children}
    </div>
  );
}

/** Several inputs under one question. */
export function FieldGroup(props: FieldProps & { field: FieldBinding; children: ComponentChildren }) {
  return (
    <fieldset
      class={props.field.error === undefined ? 'field' : 'field field-wrong'}
      aria-describedby={props.field.describedBy(props.hint)}
    >
      <legend class={props.labelHidden ? 'unseen' : 'field-label'}>
        {props.label}
        {props.optional ? <Optional /> : null}
      </legend>
      <FieldNotes field={props.field} hint={props.hint} />
      {props.children}
    </fieldset>
  );
}

function FieldNotes({ field, hint }: { field: FieldBinding; hint: ComponentChildren }) {
  const t = useT();
  return (
    <>
      {hint === undefined ? null : (
        <p class="field-hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      )}
      {field.error === undefined ? null : (
        <p class="field-error" id={`${field.id}-error`}>
          <span class="unseen">{t('page:form.toMend')} </span>
          {field.error}
        </p>
      )}
    </>
  );
}

function Optional() {
  return <span class="field-optional"> {useT()('page:form.optional')}</span>;
}
