import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FormState } from '../define-page.ts';

interface FormSurroundings {
  readonly id: string;
  readonly state: FormState | undefined;
}

export const FormContext = createContext<FormSurroundings>({ id: 'form', state: undefined });

/** What a field needs to know of itself. */
export interface FieldBinding {
  readonly id: string;
  readonly error: string | undefined;
  /** What the person wrote when the form came back refused, otherwise the page's own value. */
  readonly values: readonly string[];
  readonly value: string;
  describedBy(hint: unknown): string | undefined;
}

/** Binds a field by name to the form around it: value, error and ids. */
export function useField(
  name: string,
  own: string | readonly string[] | undefined,
  ownError?: string,
): FieldBinding {
  const { id: formId, state } = useContext(FormContext);
  const id = fieldId(formId, name);
  const error = ownError ?? state?.errors[name];
  const values = listOf(state === undefined ? own : state.values[name]);
  return {
    id,
    error,
    values,
    value: values[0] ?? '',
    describedBy(hint) {
      const ids = [
        ...(hint === undefined ? [] : [`${id}-hint`]),
        ...(error === undefined ? [] : [`${id}-error`]),
      ];
      return ids.length === 0 ? undefined : ids.join(' ');
    },
  };
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replace(/[^\p{L}\p{N}-]+/gu, '-')}`;
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
