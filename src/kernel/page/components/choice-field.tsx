import type { ComponentChildren } from 'preact';
import { Field, FieldGroup, type FieldProps } from './field.tsx';
import { useField } from './form-context.ts';

export interface Choice {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly disabled?: boolean;
}

export interface SelectChoice {
  readonly value: string;
  readonly label: string;
  /** Choices of one group must stand together. */
  readonly group?: string;
}

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly SelectChoice[];
  readonly value?: string;
  /** Words of the empty choice; without them the first option is chosen. */
  readonly empty?: string;
}

export function SelectField(props: SelectFieldProps) {
  const field = useField(props.name, props.value, props.error);
  return (
    <Field {...props} field={field}>
      <select
        id={field.id}
        name={props.name}
        class="input select"
        aria-describedby={field.describedBy(props.hint)}
        aria-invalid={field.error === undefined ? undefined : 'true'}
      >
        {props.empty === undefined ? null : (
          <option value="" selected={field.value === ''}>
            {props.empty}
          </option>
        )}
        {groups(props.options).map(([group, options]) => {
          const list = options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === field.value}>
              {option.label}
            </option>
          ));
          return group === undefined ? list : <optgroup label={group}>{list}</optgroup>;
        })}
      </select>
    </Field>
  );
}

export interface RadioFieldProps extends FieldProps {
  readonly options: readonly Choice[];
  readonly value?: string;
  readonly inline?: boolean;
}

export function RadioField(props: RadioFieldProps) {
  const field = useField(props.name, props.value, props.error);
  return (
    <FieldGroup {...props} field={field}>
      <Choices {...props} type="radio" id={field.id} chosen={field.values} />
    </FieldGroup>
  );
}

export interface CheckboxesFieldProps extends FieldProps {
  readonly options: readonly Choice[];
  readonly values?: readonly string[];
  readonly inline?: boolean;
}

/** Several ticks under one name, as the documents received. */
export function CheckboxesField(props: CheckboxesFieldProps) {
  const field = useField(props.name, props.values, props.error);
  return (
    <FieldGroup {...props} field={field}>
      <Choices {...props} type="checkbox" id={field.id} chosen={field.values} />
    </FieldGroup>
  );
}

export interface CheckboxFieldProps extends FieldProps {
  readonly value?: string;
  readonly checked?: boolean;
}

/** One tick; posts `value`, `on` by default. */
export function CheckboxField(props: CheckboxFieldProps) {
  const value = props.value ?? 'on';
  const field = useField(props.name, props.checked ? value : undefined, props.error);
  return (
    <div class={field.error === undefined ? 'field' : 'field field-wrong'}>
      {field.error === undefined ? null : (
        <p class="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
      <div class="choice">
        <input
          type="checkbox"
          id={field.id}
          name={props.name}
          value={value}
          checked={field.values.includes(value)}
          aria-describedby={field.describedBy(props.hint)}
        />
        <label for={field.id}>{props.label}</label>
        {props.hint === undefined ? null : (
          <p class="choice-hint" id={`${field.id}-hint`}>
            {props.hint}
          </p>
        )}
      </div>
    </div>
  );
}

function Choices(props: {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  options: readonly Choice[];
  chosen: readonly string[];
  inline?: boolean;
}) {
  return (
    <div class={props.inline ? 'choices choices-inline' : 'choices'}>
      {props.options.map((option, index) => {
        // The summary's link leads to the first choice, so it bears the field's own id.
        const id = index === 0 ? props.id : `${props.id}-${index + 1}`;
        return (
          <div class="choice" key={option.value}>
            <input
              type={props.type}
              id={id}
              name={props.name}
              value={option.value}
              checked={props.chosen.includes(option.value)}
              disabled={option.disabled}
              aria-describedby={option.hint === undefined ? undefined : `${id}-note`}
            />
            <label for={id}>{option.label}</label>
            {option.hint === undefined ? null : (
              <p class="choice-hint" id={`${id}-note`}>
                {option.hint}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

function groups(options: readonly SelectChoice[]): (readonly [string | undefined, SelectChoice[]])[] {
  const found: (readonly [string | undefined, SelectChoice[]])[] = [];
  for (const option of options) {
    const last = found.at(-1);
    if (last !== undefined && last[0] === option.group) last[1].push(option);
    else found.push([option.group, [option]]);
  }
  return found;
}
