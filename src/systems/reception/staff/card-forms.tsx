import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { RadioField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { CARD_OUTCOMES, MOST_QUESTIONS } from '../reception.ts';
import type { Card } from './card-page.tsx';

interface Props {
  readonly card: Card;
  readonly form: FormState | undefined;
}

/** What may be done with the visit now. */
export function CardForms({ card, form }: Props) {
  const { actor, now, t } = usePage();
  const open = card.state === 'booked' || card.state === 'not-recorded';
  const works = actor.roles.includes('registrar') || actor.roles.includes('leader');
  if (!open || !works) return null;
  const today = kyivDate(new Date(card.startsAt)) <= kyivDate(now);
  const past = new Date(card.startsAt) <= now;
  return (
    <>
      {today ? <CardForm card={card} form={form} /> : <p>{t('reception:card.notYet')}</p>}
      {past ? <PlainDeed deed="no-show" card={card} form={form} /> : null}
      {card.state === 'booked' ? <PlainDeed deed="cancel" card={card} form={form} /> : null}
    </>
  );
}

function PlainDeed({ deed, card, form }: Props & { deed: 'no-show' | 'cancel' }) {
  const { t } = usePage();
  return (
    <Form
      id={deed}
      state={form?.values['deed'] === deed ? form : undefined}
      label={t(`reception:card.deeds.${deed}`)}
    >
      <HiddenField name="deed" value={deed} />
      <HiddenField name="code" value={card.code} />
      <Button look="quiet">{t(`reception:card.deeds.${deed}`)}</Button>
    </Form>
  );
}

function CardForm({ card, form }: Props) {
  const { t } = usePage();
  return (
    <Form
      id="record"
      state={form?.values['deed'] === 'record' ? form : undefined}
      label={t('reception:card.deeds.record')}
    >
      <HiddenField name="deed" value="record" />
      <QuestionFields index={0} card={card} text={card.question} />
      {Array.from({ length: MOST_QUESTIONS - 1 }, (_, index) => (
        // Questions have no name of their own, and their order never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <details key={index}>
          <summary>{t('reception:card.question', { number: index + 2 })}</summary>
          <QuestionFields index={index + 1} card={card} text="" />
        </details>
      ))}
      <TextField
        name="address"
        label={t('reception:fields.address')}
        hint={t('reception:fields.addressHint')}
        value={card.address}
        optional
      />
      <Button hotkey="Ctrl+Enter">{t('reception:card.deeds.record')}</Button>
    </Form>
  );
}

function QuestionFields({ index, card, text }: { index: number; card: Card; text: string }) {
  const { t, locale } = usePage();
  const optional = index > 0;
  const name = (field: string) => `questions.${index}.${field}`;
  return (
    <fieldset class="reception-question">
      <legend>{t('reception:card.question', { number: index + 1 })}</legend>
      <TextField
        name={name('text')}
        label={t('reception:card.asked')}
        value={text}
        rows={3}
        first={index === 0}
        optional={optional}
      />
      <SelectField
        name={name('topic')}
        label={t('reception:columns.topic')}
        empty={t('reception:card.noTopic')}
        options={card.topics.map(({ code, label, labelEn }) => ({
          value: code,
          label: `${code} ${locale === 'uk' ? label : labelEn}`,
        }))}
        optional
      />
      <RadioField
        name={name('outcome')}
        label={t('reception:columns.outcome')}
        value="explained"
        inline
        options={CARD_OUTCOMES.map((one) => ({ value: one, label: t(`reception:outcomes.${one}`) }))}
      />
      <TextField name={name('answer')} label={t('reception:fields.answer')} rows={2} optional />
    </fieldset>
  );
}
