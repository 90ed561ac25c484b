import { untilWords } from '../words.ts';
import { Button, Buttons } from '../../../kernel/page/components/button.tsx';
import { RadioField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { URGENCIES } from '../ticket.ts';
import { TopicField } from './announce-form.tsx';
import type { DeskProps } from './desk-screen.tsx';

/** How the call ends: an event or an answer by one key, else a ticket, an appeal or a call-back. */
export function CallForm(props: DeskProps) {
  const { desk, asked, form } = props;
  const { t } = usePage();
  return (
    <Form state={form} id="call" label={t('hotline:desk.call')}>
      {/* Enter presses the first button of a form: never the one that tells of an event. */}
      <button
        type="submit"
        name="outcome"
        value="ticket"
        hidden
        tabIndex={-1}
        aria-label={t('hotline:desk.call')}
      />
      <HiddenField name="phone" value={desk.phone} />
      <HiddenField name="place" value={asked.place} />
      <HiddenField name="houseId" value={desk.houseId ?? ''} />
      {asked.topic === '' ? null : <HiddenField name="topic" value={asked.topic} />}
      <HiddenField name="exchangeCall" value={asked.call} />
      <h2>{t('hotline:desk.call')}</h2>
      <p>
        {desk.houseLine ?? (asked.place === '' ? t('hotline:desk.noPlace') : asked.place)} ·{' '}
        {desk.phone === '' ? t('hotline:desk.noPhone') : desk.phone}
      </p>
      <Events {...props} />
      <TextField
        name="text"
        label={t('hotline:fields.text')}
        rows={2}
        hotkey="F6"
        first={asked.phone !== '' && asked.place !== ''}
        optional
      />
      {asked.topic === '' ? <TopicOfCall desk={desk} /> : null}
      <TextField name="name" label={t('hotline:fields.name')} value={desk.caller ?? ''} width={20} optional />
      <RadioField
        name="urgency"
        label={t('hotline:fields.urgency')}
        value="ordinary"
        inline
        options={URGENCIES.map((value) => ({ value, label: t(`hotline:urgencies.${value}`) }))}
      />
      <Buttons>
        <Button name="outcome" value="ticket" hotkey="F8">
          {t('hotline:desk.ticket')}
        </Button>
        <Button name="outcome" value="answered" look="plain" hotkey="F9">
          {t('hotline:desk.answered')}
        </Button>
        <Button name="outcome" value="dropped" look="quiet">
          {t('hotline:desk.dropped')}
        </Button>
      </Buttons>
      <details>
        <summary>{t('hotline:desk.more')}</summary>
        <TextField
          name="callBackTime"
          type="time"
          label={t('hotline:fields.callBackTime')}
          width={10}
          optional
        />
        <Button name="outcome" value="call-back" look="plain">
          {t('hotline:desk.callBack')}
        </Button>
        <TextField
          name="authorAddress"
          label={t('hotline:fields.authorAddress')}
          hint={t('hotline:fields.authorAddressHint')}
          optional
        />
        <Button name="outcome" value="appeal" look="plain">
          {t('hotline:desk.appeal')}
        </Button>
      </details>
    </Form>
  );
}

/** Where the lookup named none, the ticket's topic is chosen here, beside the words that are typed already. */
function TopicOfCall({ desk }: Pick<DeskProps, 'desk'>) {
  const { t } = usePage();
  return <TopicField topics={desk.topics} empty={t('hotline:fields.topicNone')} />;
}

/** What goes on in the city now; the one about this topic and place first, by one key. */
function Events({ desk }: Pick<DeskProps, 'desk'>) {
  const { t, locale, now } = usePage();
  const matching = desk.events.filter(({ matches }) => matches);
  const others = desk.events.filter(({ matches }) => !matches);
  return (
    <>
      {matching.map(({ id, title, text, place, until, calls }, index) => (
        <Notice key={id} kind="attention" title={title}>
          <p>
            {text} {place === '' ? '' : `${t('hotline:desk.eventAt', { place })} `}
            {t('hotline:desk.eventUntil', { at: untilWords(new Date(until), now, locale) })}
          </p>
          <p>
            <Button name="outcome" value={`event ${id}`} {...(index === 0 ? { hotkey: 'F7' } : {})}>
              {t('hotline:desk.tellEvent')}
            </Button>{' '}
            {t('hotline:desk.eventCalls', { count: calls })}
          </p>
        </Notice>
      ))}
      {others.length === 0 ? null : (
        <details>
          <summary>{t('hotline:desk.otherEvents', { count: others.length })}</summary>
          {others.map(({ id, title, text }) => (
            <p key={id}>
              <strong>{title}</strong>. {text}{' '}
              <Button
                name="outcome"
                value={`event ${id}`}
                look="quiet"
                label={`${t('hotline:desk.tellEvent')}: ${title}`}
              >
                {t('hotline:desk.tellEvent')}
              </Button>
            </p>
          ))}
        </details>
      )}
    </>
  );
}
