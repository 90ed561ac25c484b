import { sql } from 'kysely';
import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { notFound, Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { explainTerm, findTrackedCase, getCase, listCases } from '../../../kernel/cases/index.ts';
import { courseView, stepView, viewSteps } from '../../../kernel/cases/view/course-view.ts';
import { readCourse } from '../../../kernel/cases/view/read-course.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { findFilesOfCase } from '../../../kernel/files/files.ts';
import { listUnits } from '../../../kernel/identity/unit-store.ts';
import { getTicketRow } from '../ticket-store.ts';
import { CHANNELS, STATES, TICKET, URGENCIES, type Urgency } from '../ticket.ts';

const text = z.string().nullable();
const seen = ['operator', 'leader', 'specialist', 'auditor'] as const;

const ticketLine = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  unit: text,
  state: z.string(),
  isOpen: z.boolean(),
  dueOn: z.iso.date().nullable(),
  receivedAt: z.date(),
  urgency: z.enum(URGENCIES),
});
export type TicketLine = z.output<typeof ticketLine>;

export const LIST_ORDERS = ['newest', 'due'] as const;

export const listTickets = defineQuery({
  name: 'hotline.list-tickets',
  title: { uk: 'Заявки гарячої лінії', en: 'Hotline tickets' },
  may: seen,
  input: z.object({
    words: personal(z.string().trim().max(200)).optional(),
    state: z.enum(STATES).optional(),
    order: z.enum(LIST_ORDERS).default('newest'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({ tickets: z.array(ticketLine), next: z.string().nullable() }),
  async run({ tx, actor, looked }, { words, state, order, after, limit }) {
    const seesAll = hasRole(actor, 'operator', 'leader', 'auditor');
    const page = await listCases(
      tx,
      {
        kind: TICKET.name,
        states: state === undefined ? undefined : [state],
        open: order === 'due' ? true : undefined,
        order,
        words: words === '' ? undefined : words,
        unitId: seesAll ? undefined : (actor.unitId ?? undefined),
      },
      { after, limit },
    );
    const ids = page.cases.map(({ id }) => id);
    const urgencies = await readUrgencies(tx, ids);
    for (const id of ids) looked({ kind: 'case', id });
    const tickets = page.cases.map(
      ({ id, number, title, unitName, isOpen, dueOn, registeredAt, ...line }) => ({
        id,
        number,
        title,
        unit: unitName,
        state: line.state,
        isOpen,
        dueOn,
        receivedAt: registeredAt,
        urgency: urgencies.get(id) ?? 'ordinary',
      }),
    );
    return { tickets, next: page.next };
  },
});

async function readUrgencies(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Urgency>> {
  const { rows } = await sql<{ id: string; urgency: Urgency }>`
    select case_id as id, urgency from hotline.tickets where case_id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, urgency }) => [id, urgency]));
}

/** The mass event it is a part of; `result` is '' while it goes on. */
const ticketEvent = z.object({ id: z.uuid(), title: z.string(), isOver: z.boolean(), result: z.string() });

export const getTicket = defineQuery({
  name: 'hotline.get-ticket',
  title: { uk: 'Заявка гарячої лінії', en: 'A hotline ticket' },
  may: seen,
  input: z.object({ caseId: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    state: z.string(),
    isOpen: z.boolean(),
    dueOn: z.iso.date().nullable(),
    unitId: z.uuid().nullable(),
    unit: text,
    executor: text,
    caller: personal(text),
    phone: personal(text),
    urgency: z.enum(URGENCIES),
    channel: z.enum(CHANNELS),
    receivedAt: z.date(),
    place: personal(z.string()),
    text: personal(z.string()),
    doneWords: text,
    mark: z.int().nullable(),
    comment: personal(text),
    reopened: z.int(),
    mediaUrl: personal(z.string()),
    event: ticketEvent.nullable(),
    /** What goes on now, for tying it. */
    events: z.array(z.object({ id: z.uuid(), title: z.string() })),
    files: z.array(z.object({ id: z.uuid(), name: z.string() })),
    units: z.array(z.object({ code: z.string(), name: z.string() })),
    steps: z.array(stepView),
    course: courseView,
  }),
  async run({ tx, actor, now, looked }, { caseId }) {
    const found = await getCase(tx, caseId);
    if (found.kind !== TICKET.name) throw notFound('hotline:refusals.noSuchTicket');
    if (!hasRole(actor, 'operator', 'leader', 'auditor') && found.unitId !== actor.unitId)
      throw new Refusal('hotline:refusals.otherUnit', { number: found.number }, 403);
    looked({ kind: 'case', id: caseId });
    const row = await getTicketRow(tx, caseId);
    const [clock] = await explainTerm(tx, caseId);
    const files = await findFilesOfCase(tx, caseId);
    const units = await listUnits(tx, kyivDate(now));
    return {
      ...row,
      id: found.id,
      number: found.number,
      title: found.title,
      state: found.state,
      isOpen: found.isOpen,
      dueOn: found.dueOn,
      unitId: found.unitId,
      unit: found.unitName,
      executor: found.executorName,
      caller: found.applicant?.name ?? null,
      phone: found.applicant?.phone ?? null,
      place: row.address ?? row.place,
      events: await readOpenEvents(tx),
      files: files.map(({ id, name }) => ({ id, name })),
      units: units.map(({ code, shortName: name }) => ({ code, name })),
      steps: viewSteps(clock?.steps ?? []),
      course: await readCourse(tx, caseId, now),
    };
  },
});

async function readOpenEvents(tx: Transaction): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from hotline.events where ended_at is null order by begins_at desc limit 50`.execute(tx);
  return rows;
}

export const trackTicket = defineQuery({
  name: 'hotline.track-ticket',
  title: { uk: 'Де моя заявка', en: 'Where is my ticket' },
  may: ['resident'],
  input: z.object({
    number: z.string().trim().min(1).max(60),
    code: personal(z.string().trim().min(1).max(60)),
  }),
  output: z.object({
    number: z.string(),
    title: z.string(),
    state: z.string(),
    isOpen: z.boolean(),
    dueOn: z.iso.date().nullable(),
    unit: text,
    doneWords: text,
    event: ticketEvent.nullable(),
    steps: z.array(stepView),
    course: courseView,
  }),
  async run({ tx, now }, { number, code }) {
    const tracked = await findTrackedCase(tx, number, code);
    // One sentence for a wrong number and a wrong code: nobody learns which numbers there are.
    if (tracked === null || tracked.kind !== TICKET.name) throw notFound('hotline:refusals.notTracked');
    const { doneWords, event } = await getTicketRow(tx, tracked.id);
    const [clock] = await explainTerm(tx, tracked.id);
    const course = await readCourse(tx, tracked.id, now);
    return {
      number: tracked.number,
      title: tracked.title,
      state: tracked.state,
      isOpen: tracked.isOpen,
      dueOn: tracked.dueOn,
      unit: tracked.unitName,
      doneWords,
      event,
      steps: viewSteps(clock?.steps ?? []),
      // A resident reads which body has it, not which clerk.
      course: { ...course, events: course.events.map((event) => ({ ...event, actor: null })) },
    };
  },
});
