import { h } from 'preact';
import { Field, type FieldProps } from './field.tsx';
import { useField } from './form-context.ts';

export interface TextFieldProps extends FieldProps {
  readonly value?: string;
  readonly type?: 'text' | 'search' | 'tel' | 'email' | 'password' | 'date' | 'time';
  /** Several lines. */
  readonly rows?: number;
  /** Roughly how many letters the answer has: the box is as wide as the answer. A date has ten. */
  readonly width?: 4 | 10 | 20 | 'full';
  readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'search';
  readonly autocomplete?: string;
  readonly maxLength?: number;
  readonly suffix?: string;
  /** The caret stands here when the page opens. */
  readonly first?: boolean;
  readonly hotkey?: string;
}

export function TextField(props: TextFieldProps) {
  const field = useField(props.name, props.value, props.error);
  const shared = {
    id: field.id,
    name: props.name,
    class: `input input-${props.width ?? (props.type === 'date' ? 10 : 'full')}`,
    maxLength: props.maxLength,
    autocomplete: props.autocomplete ?? 'off',
    'aria-describedby': field.describedBy(props.hint),
    'aria-invalid': field.error === undefined ? undefined : ('true' as const),
    autoFocus: props.first,
    'data-hotkey': props.hotkey,
  };
  if (props.rows !== undefined) {
    return (
      <Field {...props} field={field}>
        <textarea {...shared} rows={props.rows} value={field.value}>
          {field.value}
        </textarea>
      </Field>
    );
  }
  return (
    <Field {...props} field={field}>
      <span class="input-row">
        {h('input', {
          ...shared,
          type: props.type ?? 'text',
          inputMode: props.inputMode,
          spellcheck: false,
          // A password is never written back into the page.
          ...(props.type === 'password' ? {} : { value: field.value }),
        })}
        {props.suffix === undefined ? null : <span class="input-suffix">{props.suffix}</span>}
      </span>
    </Field>
  );
}

/** Words to search a list of the desk by: F3 leads there. */
export function SearchField(props: Pick<TextFieldProps, 'label' | 'value' | 'hint' | 'first'>) {
  return <TextField name="words" type="search" width={20} hotkey="F3" {...props} />;
}

export function FileField(props: FieldProps & { accept?: string; multiple?: boolean }) {
  const field = useField(props.name, undefined, props.error);
  return (
    <Field {...props} field={field}>
      <input
        id={field.id}
        name={props.name}
        type="file"
        class="input input-file"
        accept={props.accept}
        multiple={props.multiple}
        aria-describedby={field.describedBy(props.hint)}
        aria-invalid={field.error === undefined ? undefined : 'true'}
      />
    </Field>
  );
}

export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
