import type { z } from 'zod';
import { Button } from '../../../kernel/page/components/button.tsx';
import { RadioField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { confirmAnswer } from '../actions/confirm-answer.ts';

/** «Чи справді зроблено?»: an answer that nobody checks is only paper. */
export function ConfirmForm({
  number,
  code,
  form,
}: {
  number: string;
  code: string;
  form: FormState | undefined;
}) {
  const { t } = usePage();
  return (
    <section aria-labelledby="really-done">
      <h2 id="really-done">{t('appeals:confirm.title')}</h2>
      <Form
        id="confirm"
        action={`/appeals/track?${new URLSearchParams({ number, code }).toString()}`}
        state={form}
        label={t('appeals:confirm.title')}
      >
        <RadioField
          name="done"
          label={t('appeals:confirm.done')}
          options={['yes', 'partly', 'no'].map((value) => ({ value, label: t(`appeals:done.${value}`) }))}
          inline
        />
        <RadioField
          name="mark"
          label={t('appeals:confirm.mark')}
          options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
          inline
          optional
        />
        <TextField
          name="again"
          label={t('appeals:confirm.again')}
          hint={t('appeals:confirm.againHint')}
          rows={4}
          optional
        />
        <Button>{t('appeals:confirm.send')}</Button>
      </Form>
    </section>
  );
}

/** After it: thanks, or the number of the repeated appeal. */
export function Confirmed({ repeat }: z.output<(typeof confirmAnswer)['output']>) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('appeals:confirm.thanks')}</h1>
      {repeat === null ? (
        <p class="lead">{t('appeals:confirm.counted')}</p>
      ) : (
        <>
          <p class="lead">{t('appeals:confirm.repeated')}</p>
          <SummaryList
            lines={[
              { term: t('appeals:track.number'), value: <strong>{repeat.number}</strong> },
              { term: t('appeals:track.code'), value: <strong>{repeat.trackingCode}</strong> },
            ]}
          />
        </>
      )}
      <p>
        <a href="/appeals/track">{t('appeals:track.title')}</a>
      </p>
    </>
  );
}
