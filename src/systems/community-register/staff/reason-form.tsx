import { Button } from '../../../kernel/page/components/button.tsx';
import { RadioField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState, PagePost } from '../../../kernel/page/define-page.ts';
import { useT } from '../../../kernel/page/page-context.tsx';
import { LOOK_REASONS } from '../resident.ts';

/** The reason as it was chosen and added to: «Розгляд заяви: ЦНАП-2026-000123». */
export function reasonOf(request: PagePost): string {
  const chosen = LOOK_REASONS.find((one) => one === request.field('reason'));
  const words = [
    chosen === undefined ? '' : request.t(`community-register:reasons.${chosen}`),
    request.field('reasonWords'),
  ];
  return words.filter((word) => word !== '').join(': ');
}

/** Fields of why a person's data are opened; the person reads the answer. */
export function ReasonFields() {
  const t = useT();
  return (
    <>
      <RadioField
        name="reason"
        label={t('community-register:look.reason')}
        options={LOOK_REASONS.map((reason) => ({
          value: reason,
          label: t(`community-register:reasons.${reason}`),
        }))}
      />
      <TextField
        name="reasonWords"
        label={t('community-register:look.words')}
        hint={t('community-register:look.wordsHint')}
        maxLength={120}
        optional
      />
    </>
  );
}

export function ReasonForm({ form }: { form: FormState | undefined }) {
  const t = useT();
  return (
    <>
      <p>
        <a href="/desk/residents">← {t('community-register:list.title')}</a>
      </p>
      <h1>{t('community-register:look.title')}</h1>
      <p>{t('community-register:look.lead')}</p>
      <Form state={form} label={t('community-register:look.title')}>
        <HiddenField name="deed" value="look" />
        <ReasonFields />
        <Button>{t('community-register:look.open')}</Button>
      </Form>
    </>
  );
}
