import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import { formatDate, formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { endEvent, extendEvent } from '../actions/events.ts';
import { getEvent } from '../queries/events.ts';
import { stateName, stateTone } from '../words.ts';
import { UntilFields, untilOf } from './announce-form.tsx';
import { EVENT_TONES, eventTopic, placeWords } from './events-page.tsx';

type WholeEvent = z.output<(typeof getEvent)['output']>;

export const eventPage = definePage({
  path: '/desk/hotline/events/:id',
  may: ['operator', 'leader', 'auditor'],
  shell: 'staff',
  async get(request, form) {
    const event = await request.ask(getEvent, { eventId: request.params['id'] ?? '' });
    return view(event.title, <EventView event={event} form={form} />, { live: '/live/hotline/main' });
  },
  post: doEventDeed,
});

async function doEventDeed(request: PagePost): Promise<Answer> {
  const eventId = request.params['id'] ?? '';
  const here = `/desk/hotline/events/${eventId}`;
  if (request.field('deed') === 'extend') {
    await request.run(extendEvent, { eventId, until: untilOf(request), text: request.field('text') });
    return redirect(here, 'hotline:notices.extend');
  }
  await request.run(endEvent, { eventId, result: request.field('result') });
  return redirect(here, 'hotline:notices.end-event');
}

interface Props {
  readonly event: WholeEvent;
  readonly form: FormState | undefined;
}

function EventView({ event, form }: Props) {
  const { t, actor } = usePage();
  const keeps = actor.roles.some((role) => role === 'operator' || role === 'leader');
  return (
    <>
      <p>
        <a href="/desk/hotline/events">← {t('hotline:events-list.title')}</a>
      </p>
      <h1>{event.title}</h1>
      <p>
        <StatusTag tone={EVENT_TONES[event.state]}>{t(`hotline:eventStates.${event.state}`)}</StatusTag>
      </p>
      {event.state === 'waiting' ? <p>{t('hotline:events-list.waiting')}</p> : null}
      <div class="hotline-desk">
        <section aria-label={t('hotline:ticket.facts')}>
          <p class="hotline-text">{event.text}</p>
          <Facts event={event} />
          <Tied event={event} />
        </section>
        <section aria-label={t('hotline:ticket.todo')}>
          {keeps && event.state !== 'ended' ? <Deeds event={event} form={form} /> : null}
        </section>
      </div>
    </>
  );
}

function Facts({ event }: Pick<Props, 'event'>) {
  const { t, locale } = usePage();
  const at = (moment: Date | null) => (moment === null ? null : formatDateTime(moment, locale));
  return (
    <SummaryList
      lines={[
        { term: t('hotline:columns.topic'), value: eventTopic(event, locale) },
        { term: t('hotline:columns.eventPlace'), value: placeWords(event.place, t) },
        { term: t('hotline:columns.beginsAt'), value: at(event.beginsAt) },
        { term: t('hotline:columns.until'), value: at(event.until) },
        { term: t('hotline:columns.announcedBy'), value: event.announcedBy },
        { term: t('hotline:columns.calls'), value: String(event.calls) },
        { term: t('hotline:columns.endedAt'), value: at(event.endedAt) },
        { term: t('hotline:columns.endedBy'), value: event.endedBy },
        { term: t('hotline:columns.result'), value: event.result === '' ? null : event.result },
      ]}
    />
  );
}

function Tied({ event }: Pick<Props, 'event'>) {
  const { t, locale } = usePage();
  const column = (key: string) => ({ key, title: t(`hotline:columns.${key}`) });
  return (
    <DataTable
      caption={t('hotline:events-list.tied')}
      rows={event.tied}
      keyOf={({ id }) => id}
      empty={t('hotline:events-list.noTied')}
      columns={[
        {
          ...column('number'),
          heading: true,
          narrow: true,
          cell: ({ id, number }) => <a href={`/desk/hotline/tickets/${id}`}>{number}</a>,
        },
        { ...column('problem'), cell: ({ title }) => title },
        {
          ...column('state'),
          narrow: true,
          cell: ({ state }) => <StatusTag tone={stateTone(state)}>{stateName(state, locale)}</StatusTag>,
        },
        { ...column('received'), narrow: true, cell: ({ receivedAt }) => formatDate(receivedAt, locale) },
      ]}
    />
  );
}

function Deeds({ event, form }: Props) {
  const { t } = usePage();
  return (
    <>
      <DeedForm deed="extend" form={form}>
        <UntilFields until={new Date(event.until)} />
        <TextField name="text" label={t('hotline:fields.eventText')} rows={2} value={event.text} />
      </DeedForm>
      <DeedForm deed="end-event" form={form}>
        <TextField
          name="result"
          label={t('hotline:fields.result')}
          hint={t('hotline:fields.resultHint')}
          rows={3}
        />
      </DeedForm>
    </>
  );
}

function DeedForm({
  deed,
  form,
  children,
}: {
  deed: string;
  form: FormState | undefined;
  children: ComponentChildren;
}) {
  const { t } = usePage();
  const title = t(`hotline:deeds.${deed}`);
  return (
    <section class="hotline-deed" aria-label={title}>
      <h2>{title}</h2>
      <Form id={deed} state={form?.values['deed'] === deed ? form : undefined} label={title}>
        <HiddenField name="deed" value={deed} />
        {children}
        <Button look="plain">{title}</Button>
      </Form>
    </section>
  );
}
