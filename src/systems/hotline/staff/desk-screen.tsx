import { formatDate, formatDateTime, formatTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { Keys, StatusTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { changeQuery, usePage } from '../../../kernel/page/page-context.tsx';
import type { DeskTicket, DeskView } from '../desk-view.ts';
import { stateName, stateTone } from '../words.ts';
import { CallForm } from './call-form.tsx';
import { Knowledge } from './knowledge-list.tsx';
import { LineTabs } from './line-tabs.tsx';

export interface Asked {
  readonly phone: string;
  readonly place: string;
  readonly topic: string;
  readonly words: string;
  /** The exchange's id of the call that is being answered. */
  readonly call: string;
}

export interface DeskProps {
  readonly desk: DeskView;
  readonly asked: Asked;
  readonly form: FormState | undefined;
}

/** Where the keys lead; the buttons tell their own. */
const KEYS = [
  ['F3', 'phone'],
  ['F4', 'place'],
  ['F10', 'words'],
  ['F6', 'text'],
] as const;

export function DeskScreen(props: DeskProps) {
  const { desk, asked } = props;
  const { t } = usePage();
  return (
    <>
      <h1>{t('hotline:desk.title')}</h1>
      <LineTabs current="/desk/hotline" callBacks={desk.callBacks} />
      <Taken />
      <Rings rings={desk.rings.filter(({ key }) => key !== asked.call)} />
      {desk.onDuty ? null : <p>{t('hotline:desk.notOnDuty')}</p>}
      <HandOver handOver={desk.handOver} />
      <Lookup {...props} />
      <Keys keys={KEYS.map(([key, field]) => [key, t(`hotline:fields.${field}`)] as const)} />
      <div class="hotline-desk hotline-call">
        <section aria-label={t('hotline:desk.call')}>
          <CallForm {...props} />
        </section>
        <section aria-label={t('hotline:desk.known')}>
          <Known desk={desk} />
        </section>
        <section aria-label={t('hotline:desk.knowledge')}>
          <Knowledge {...props} />
        </section>
      </div>
    </>
  );
}

/** What the operator reads out to the caller: number, code, last day. */
function Taken() {
  const { t, url, locale } = usePage();
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  const number = query.get('number');
  if (number === null) return null;
  const due = query.get('due') ?? '';
  return (
    <Notice kind="done" title={t('hotline:desk.taken', { number })}>
      <p>
        {t('hotline:desk.code', { code: query.get('code') ?? '' })}
        {/^\d{4}-\d\d-\d\d$/.test(due)
          ? ` ${t('hotline:desk.until', { date: formatDate(due, locale) })}`
          : ''}
      </p>
    </Notice>
  );
}

function Rings({ rings }: Pick<DeskView, 'rings'>) {
  const { t } = usePage();
  return (
    <section class="hotline-rings" aria-live="polite" aria-label={t('hotline:desk.rings')}>
      {rings.map(({ key, phone, at, answered }, index) => (
        <p key={key} data-changes="">
          <StatusTag tone={answered ? 'going' : 'waiting'}>
            {t(answered ? 'hotline:desk.talking' : 'hotline:desk.ringing')}
          </StatusTag>{' '}
          {formatTime(new Date(at))}{' '}
          <LinkButton
            href={`/desk/hotline?${new URLSearchParams({ phone, call: key }).toString()}`}
            {...(index === 0 ? { hotkey: 'F2' } : {})}
          >
            {t('hotline:desk.answer', { phone: phone === '' ? t('hotline:desk.hidden') : phone })}
          </LinkButton>
        </p>
      ))}
    </section>
  );
}

function HandOver({ handOver }: Pick<DeskView, 'handOver'>) {
  const { t, locale } = usePage();
  if (handOver === null) return null;
  const at = formatDateTime(new Date(handOver.at), locale);
  return (
    <details>
      <summary>{t('hotline:desk.handOver', { name: handOver.name, at })}</summary>
      <p>{handOver.words}</p>
    </details>
  );
}

/** Everything that can be asked, in the order of a talk; Enter shows what is known. */
function Lookup({ desk, asked }: DeskProps) {
  const { t, locale } = usePage();
  return (
    <Form method="get" action="/desk/hotline" class="hotline-lookup" label={t('hotline:desk.lookup')}>
      {asked.call === '' ? null : <HiddenField name="call" value={asked.call} />}
      <TextField
        name="phone"
        type="tel"
        label={t('hotline:fields.phone')}
        value={desk.phone}
        width={20}
        hotkey="F3"
        first={asked.phone === ''}
      />
      <TextField
        name="place"
        label={t('hotline:fields.place')}
        value={asked.place}
        width={20}
        hotkey="F4"
        first={asked.phone !== '' && asked.place === ''}
      />
      <SelectField
        name="topic"
        label={t('hotline:fields.topic')}
        value={asked.topic}
        empty={t('hotline:fields.topicNone')}
        options={desk.topics.map(({ code, name, nameEn, group }) => ({
          value: code,
          label: locale === 'en' ? nameEn : name,
          group,
        }))}
      />
      <TextField
        name="words"
        type="search"
        label={t('hotline:fields.words')}
        value={asked.words}
        width={20}
        hotkey="F10"
      />
      <Button look="plain">{t('hotline:desk.show')}</Button>
      <Found desk={desk} />
    </Form>
  );
}

/** Several houses fit: one click chooses. */
function Found({ desk }: Pick<DeskProps, 'desk'>) {
  const { t, url } = usePage();
  if (desk.houseId !== null || desk.found.length === 0) return null;
  return (
    <p class="hotline-found">
      {t('hotline:desk.which')}{' '}
      {desk.found.map(({ id, line, formerly }) => (
        <a
          key={line}
          href={changeQuery(url, id === null ? { place: `${line}, ` } : { houseId: id, place: line })}
        >
          {line}
          {formerly === null ? '' : ` (${formerly})`}
        </a>
      ))}
    </p>
  );
}

function Known({ desk }: Pick<DeskProps, 'desk'>) {
  const { t, locale } = usePage();
  const asksNobody = desk.phone === '' && desk.houseId === null;
  const nothing = desk.byPhone.length + desk.calls.length + desk.atHouse.length === 0;
  return (
    <>
      <h2>{t('hotline:desk.known')}</h2>
      {nothing ? <p>{t(asksNobody ? 'hotline:desk.askFirst' : 'hotline:desk.nothing')}</p> : null}
      {desk.caller === null ? null : <p class="lead">{desk.caller}</p>}
      <Tickets title={t('hotline:desk.byPhone')} tickets={desk.byPhone} />
      <Tickets title={t('hotline:desk.atHouse')} tickets={desk.atHouse} />
      {desk.calls.length === 0 ? null : (
        <>
          <h3>{t('hotline:desk.calls')}</h3>
          <ul>
            {desk.calls.map(({ id, at, topic, outcome }) => (
              <li key={id}>
                {formatDateTime(new Date(at), locale)} – {topic ?? t('hotline:fields.topicNone')},{' '}
                {t(`hotline:outcomes.${outcome}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Tickets({ title, tickets }: { title: string; tickets: readonly DeskTicket[] }) {
  const { locale } = usePage();
  if (tickets.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <a href={`/desk/hotline/tickets/${ticket.id}`}>{ticket.number}</a> {ticket.title}{' '}
            <StatusTag tone={stateTone(ticket.state)}>{stateName(ticket.state, locale)}</StatusTag>{' '}
            {ticket.dueOn === null ? null : <DueBadge dueOn={ticket.dueOn} finished={!ticket.isOpen} />}
          </li>
        ))}
      </ul>
    </>
  );
}
