import type { ComponentChildren } from 'preact';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { stateOf } from './law-tabs.tsx';

interface DeedFormProps {
  /** Told to the page's post in `deed`; the form's id too where no other is given. */
  readonly deed: string;
  readonly id?: string;
  /** Key of the deed's name; `<words>Send` is the button's. */
  readonly words: string;
  /** What stands in the name. */
  readonly params?: Readonly<Record<string, string>>;
  readonly form: FormState | undefined;
  readonly children: ComponentChildren;
}

/** A deed folded away under its name; open where it came back refused. */
export function DeedForm({ deed, id = deed, words, params = {}, form, children }: DeedFormProps) {
  const { t } = usePage();
  const title = t(words, params);
  const state = stateOf(form, deed);
  return (
    <details class="law-deed" open={state !== undefined}>
      <summary>{title}</summary>
      <Form id={id} state={state} label={title}>
        <HiddenField name="deed" value={deed} />
        {children}
        <Button look="plain">{t(`${words}Send`)}</Button>
      </Form>
    </details>
  );
}
