import { Button, Buttons, LinkButton } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';

/** The word of the letter; the letter's link fills it in, and a person presses, for mail scanners open links too. */
export function ConfirmForm({
  code,
  word,
  form,
}: {
  code: string;
  word?: string;
  form?: FormState | undefined;
}) {
  const { t } = usePage();
  return (
    <Form state={form} action={`/booking/${code}/confirm`}>
      <TextField
        name="word"
        label={t('booking:confirm.word')}
        hint={t('booking:confirm.hint')}
        value={word ?? ''}
        width={10}
        autocomplete="one-time-code"
      />
      <Button>{t('booking:confirm.confirm')}</Button>
    </Form>
  );
}

export function CancelForm({ code, form }: { code: string; form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <Form state={form}>
      <Buttons>
        <Button>{t('booking:cancel.yes')}</Button>
        <LinkButton href={`/booking/${code}`} look="quiet">
          {t('booking:cancel.no')}
        </LinkButton>
      </Buttons>
    </Form>
  );
}
