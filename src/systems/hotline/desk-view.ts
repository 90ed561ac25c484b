import { z } from 'zod';
import { personal } from '../../kernel/actions/define.ts';
import { knowledgeEntry } from './knowledge.ts';
import { OUTCOMES } from './ticket.ts';

const ticketLine = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  state: z.string(),
  isOpen: z.boolean(),
  at: z.string(),
  dueOn: z.iso.date().nullable(),
});
export type DeskTicket = z.output<typeof ticketLine>;

export const ringLine = z.object({
  key: z.string(),
  phone: personal(z.string()),
  at: z.string(),
  answered: z.boolean(),
});

export const eventLine = z.object({
  id: z.uuid(),
  title: z.string(),
  text: z.string(),
  /** '' = the whole city. */
  place: z.string(),
  until: z.string(),
  calls: z.int(),
  /** Whether it is about this topic and place. */
  matches: z.boolean(),
});
export type DeskEvent = z.output<typeof eventLine>;

/** What stands beside the lookup, all of one moment. Moments are ISO texts. */
export const deskRows = z.object({
  caller: personal(z.string()).nullable(),
  byPhone: z.array(ticketLine),
  calls: z.array(
    z.object({ id: z.uuid(), at: z.string(), topic: z.string().nullable(), outcome: z.enum(OUTCOMES) }),
  ),
  atHouse: z.array(ticketLine),
  events: z.array(eventLine),
  answers: z.array(z.object({ id: z.uuid(), question: z.string(), answer: z.string() })),
  rings: z.array(ringLine),
  callBacks: z.int(),
  onDuty: z.boolean(),
  handOver: z.object({ name: z.string(), words: z.string(), at: z.string() }).nullable(),
});
export type DeskRows = z.output<typeof deskRows>;

export const deskView = deskRows.omit({ answers: true }).extend({
  /** What may be read out: own answers by topic or words; by words also published answers and services. */
  knowledge: z.array(knowledgeEntry),
  phone: personal(z.string()),
  houseId: z.uuid().nullable(),
  houseLine: z.string().nullable(),
  found: z.array(z.object({ id: z.uuid().nullable(), line: z.string(), formerly: z.string().nullable() })),
  topics: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string(), group: z.string() })),
});
export type DeskView = z.output<typeof deskView>;
