import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag, type Tone } from '../../../kernel/page/components/tags.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { announceEvent } from '../actions/events.ts';
import {
  EVENT_ORDERS,
  EVENT_STATES,
  type EventLine,
  type EventState,
  listEvents,
} from '../queries/events.ts';
import { listChoices } from '../queries/list-choices.ts';
import { topicName } from '../words.ts';
import { AnnounceForm, type AnnounceProps, linesOf, untilOf } from './announce-form.tsx';
import { LineTabs } from './line-tabs.tsx';

interface Filters {
  readonly words: string;
  readonly state?: EventState;
  readonly order: (typeof EVENT_ORDERS)[number];
}

/** What goes on in the city: announced, prolonged, ended with a result. */
export const eventsPage = definePage({
  path: '/desk/hotline/events',
  may: ['operator', 'leader', 'auditor'],
  shell: 'staff',
  async get(request, form) {
    const filters = filtersOf(request);
    const { format } = request.query;
    const title = request.t('hotline:events-list.title');
    if (isListFormat(format))
      return listDownload(columnsOf(request.t, request.locale), everyLine(request, filters), format, title);
    const after = /^\d{1,6}$/.test(request.query['after'] ?? '') ? Number(request.query['after']) : 0;
    const found = await request.ask(listEvents, { ...filters, after });
    const choices = await request.ask(listChoices, {});
    const body = <EventList filters={filters} {...found} first={after === 0} choices={choices} form={form} />;
    return view(title, body, { live: '/live/hotline/main' });
  },
  async post(request) {
    const { eventId } = await request.run(announceEvent, {
      topic: request.field('topic'),
      title: request.field('title'),
      text: request.field('text'),
      district: request.field('district'),
      streets: linesOf(request.field('streets')),
      until: untilOf(request),
    });
    return redirect(`/desk/hotline/events/${eventId}`, 'hotline:notices.announce');
  },
});

function filtersOf({ query }: PageRequest): Filters {
  const state = EVENT_STATES.find((one) => one === query['state']);
  const order = EVENT_ORDERS.find((one) => one === query['order']) ?? 'newest';
  const words = (query['words'] ?? '').trim().slice(0, 200);
  return { words, order, ...(state === undefined ? {} : { state }) };
}

function everyLine(request: PageRequest, filters: Filters): AsyncGenerator<EventLine> {
  return everyRow(async (from: From<number>) => {
    const { events, next } = await request.ask(listEvents, { ...filters, ...from, limit: 500 });
    return { rows: events, next };
  });
}

function columnsOf(t: Translate, locale: Locale): readonly ListColumn<EventLine>[] {
  const title = (name: string) => t(`hotline:columns.${name}`);
  return [
    { title: title('event'), width: 50, value: (line) => line.title },
    { title: title('topic'), width: 24, value: (line) => eventTopic(line, locale) },
    { title: title('eventPlace'), width: 50, value: ({ place }) => placeWords(place, t) },
    { title: title('beginsAt'), width: 20, value: ({ beginsAt }) => formatDateTime(beginsAt, locale) },
    { title: title('until'), width: 20, value: ({ until }) => formatDateTime(until, locale) },
    { title: title('state'), width: 16, value: ({ state }) => t(`hotline:eventStates.${state}`) },
    { title: title('calls'), width: 10, value: ({ calls }) => calls },
    { title: title('tickets'), width: 10, value: ({ tickets }) => tickets },
    { title: title('result'), width: 60, value: ({ result }) => result },
  ];
}

export const EVENT_TONES: Readonly<Record<EventState, Tone>> = {
  on: 'going',
  waiting: 'late',
  ended: 'done',
};

export function placeWords(place: string, t: Translate): string {
  return place === '' ? t('hotline:fields.wholeCity') : place;
}

export function eventTopic(event: Pick<EventLine, 'topicName' | 'topicNameEn'>, locale: Locale): string {
  return topicName({ name: event.topicName, nameEn: event.topicNameEn }, locale);
}

interface Props extends AnnounceProps {
  readonly filters: Filters;
  readonly events: readonly EventLine[];
  readonly next: number | null;
  readonly first: boolean;
}

function EventList({ filters, events, next, first, choices, form }: Props) {
  const { t, actor } = usePage();
  const announces = actor.roles.some((role) => role === 'operator' || role === 'leader');
  return (
    <>
      <h1>{t('hotline:events-list.title')}</h1>
      <LineTabs current="/desk/hotline/events" />
      {announces ? <AnnounceForm choices={choices} form={form} /> : null}
      <FilterBar>
        <TextField
          name="words"
          type="search"
          label={t('hotline:events-list.words')}
          value={filters.words}
          width={20}
          hotkey="F3"
        />
        <SelectField
          name="state"
          label={t('hotline:columns.state')}
          empty={t('hotline:list.any')}
          value={filters.state ?? ''}
          options={EVENT_STATES.map((value) => ({ value, label: t(`hotline:eventStates.${value}`) }))}
        />
        <SelectField
          name="order"
          label={t('hotline:list.order')}
          value={filters.order}
          options={EVENT_ORDERS.map((value) => ({ value, label: t(`hotline:events-list.orders.${value}`) }))}
        />
      </FilterBar>
      <EventTable events={events} />
      <Pagination first={first} next={next === null ? undefined : String(next)} />
      <Downloads />
    </>
  );
}

function EventTable({ events }: Pick<Props, 'events'>) {
  const { t, locale } = usePage();
  const column = (key: string) => ({ key, title: t(`hotline:columns.${key}`) });
  return (
    <DataTable
      caption={t('hotline:events-list.title')}
      captionHidden
      rows={events}
      keyOf={({ id }) => id}
      empty={t('hotline:events-list.empty')}
      mark={({ state }) => (state === 'waiting' ? 'late' : undefined)}
      columns={[
        {
          ...column('event'),
          heading: true,
          cell: ({ id, title }) => <a href={`/desk/hotline/events/${id}`}>{title}</a>,
        },
        { ...column('eventPlace'), cell: ({ place }) => placeWords(place, t) },
        { ...column('until'), narrow: true, cell: ({ until }) => formatDateTime(until, locale) },
        {
          ...column('state'),
          narrow: true,
          cell: ({ state }) => (
            <StatusTag tone={EVENT_TONES[state]}>{t(`hotline:eventStates.${state}`)}</StatusTag>
          ),
        },
        { ...column('calls'), numeric: true, narrow: true, cell: ({ calls }) => calls },
        { ...column('tickets'), numeric: true, narrow: true, cell: ({ tickets }) => tickets },
      ]}
    />
  );
}
