import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';

/** One field for the scanner: it types the bars and presses Enter, and the caret is back for the next. */
export function ScanField({
  label,
  hint,
  form,
}: {
  label: string;
  hint: string;
  form: FormState | undefined;
}) {
  const { t } = usePage();
  // What was refused is told, and the field is empty for the next scan.
  const state = form === undefined ? undefined : { ...form, values: {} };
  return (
    <Form id="scan" inline state={state} label={label} class="scan-form">
      <HiddenField name="deed" value="scan" />
      <TextField name="code" label={label} hint={hint} width={20} first hotkey="F3" />
      <Button look="plain">{t('handover-registers:scan.enter')}</Button>
    </Form>
  );
}
