import { Button } from '../../../kernel/page/components/button.tsx';
import { CheckboxesField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { Visit } from './window-page.tsx';

interface Props {
  readonly service: NonNullable<Visit['service']>;
  readonly reasons: Visit['turnAwayReasons'];
  readonly ticketId: string | undefined;
  readonly form: FormState | undefined;
}

/** «Сьогодні не приймемо»: one key and one tick, so that the reason is never left unsaid. */
export function TurnAwayForm({ service, reasons, ticketId, form }: Props) {
  const { t, locale } = usePage();
  const word = (name: string) => t(`applications:turnAway.${name}`);
  const isRefused = form?.values['deed'] === 'turn-away';
  return (
    <details class="case-deed" open={isRefused}>
      <summary>{word('title')}</summary>
      <Form
        id="turn-away"
        action="/desk/window"
        state={isRefused ? form : undefined}
        draft={`turn-away-${ticketId ?? 'desk'}-${service.code}`}
        label={word('title')}
      >
        <HiddenField name="deed" value="turn-away" />
        <HiddenField name="serviceCode" value={service.code} />
        {ticketId === undefined ? null : <HiddenField name="ticketId" value={ticketId} />}
        <p>{word('lead')}</p>
        <CheckboxesField
          name="reasons"
          label={word('reasons')}
          options={reasons.map(({ code, text, textEn }) => ({
            value: code,
            label: locale === 'uk' ? text : textEn,
          }))}
        />
        {service.documents.length === 0 ? null : (
          <CheckboxesField
            name="lacking"
            label={word('lacking')}
            options={service.documents.map((name) => ({ value: name, label: name }))}
          />
        )}
        <TextField
          name="applicantCode"
          label={word('code')}
          hint={word('codeHint')}
          inputMode="numeric"
          width={10}
          maxLength={20}
          optional
        />
        <Button look="plain">{word('do')}</Button>
      </Form>
    </details>
  );
}
