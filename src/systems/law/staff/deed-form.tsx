import type { ComponentChildren } from 'preact';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { stateOf } from './law-tabs.tsx';

interface DeedFormProps {
  /** Told to the page's post in `deed`; the form's id too where no other is given. */
  readonly deed: string;
  readonly id?: string;
  readonly title: string;
  readonly send: string;
  readonly form: FormState | undefined;
  readonly children: ComponentChildren;
}

/** A deed folded away under its name; open where it came back refused. */
export function DeedForm({ deed, id = deed, title, send, form, children }: DeedFormProps) {
  const state = stateOf(form, deed);
  return (
    <details class="law-deed" open={state !== undefined}>
      <summary>{title}</summary>
      <Form id={id} state={state} label={title}>
        <HiddenField name="deed" value={deed} />
        {children}
        <Button look="plain">{send}</Button>
      </Form>
    </details>
  );
}
