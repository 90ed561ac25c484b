import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Asking } from '../../kernel/actions/define.ts';
import { addDays } from '../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../../kernel/calendar/kyiv-time.ts';
import { type CaseFilter, notExcluded } from '../../kernel/cases/index.ts';
import { SOON_DAYS } from '../../kernel/clock/days-left.ts';
import { findUnitByCode } from '../../kernel/identity/unit-store.ts';
import { APPEAL, CHANNELS, KINDS, OUTCOMES, SIGNS, STATES, SUBJECTS } from './appeal.ts';
import { seesAll, staffOf } from './who-may.ts';

/** Tabs of the list. */
export const SHOWN = [
  'open',
  'mine',
  'burning',
  'to-describe',
  'to-resolve',
  'to-approve',
  'to-send',
  'all',
] as const;
export type Shown = (typeof SHOWN)[number];

export const listInput = z.object({
  show: z.enum(SHOWN).default('all'),
  /** Number, index, the author's surname, words of the text; each by its beginning. */
  words: z.string().trim().max(200).optional(),
  state: z.enum(STATES).optional(),
  channel: z.enum(CHANNELS).optional(),
  kind: z.enum(KINDS).optional(),
  sign: z.enum(SIGNS).optional(),
  subject: z.enum(SUBJECTS).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  topic: z.string().max(20).optional(),
  unit: z.string().max(60).optional(),
  /** Days of receipt, both counted. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  order: z.enum(['newest', 'due']).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
type Given = z.output<typeof listInput>;

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What the kernel lists by, and beside it the card's own columns. */
export async function filterOf({ tx, actor, now }: Asking, given: Given): Promise<CaseFilter> {
  const unit = given.unit === undefined ? undefined : await findUnitByCode(tx, given.unit);
  const burns = addDays(kyivDate(now), SOON_DAYS);
  const { show } = given;
  return {
    kind: APPEAL.name,
    open: show === 'all' ? undefined : true,
    states: given.state === undefined ? SHOWN_STATES[show] : [given.state],
    unitId: given.unit === undefined ? undefined : (unit?.id ?? NOBODY),
    workerId: show === 'mine' ? staffOf(actor).staffId : undefined,
    dueBy: show === 'burning' ? burns : undefined,
    registeredFrom: given.from === undefined ? undefined : kyivInstant(given.from, '00:00'),
    registeredBefore: given.to === undefined ? undefined : kyivInstant(addDays(given.to, 1), '00:00'),
    words: given.words === '' ? undefined : given.words,
    order: given.order ?? (show === 'all' ? 'newest' : 'due'),
    more: [
      notExcluded(actor),
      ...cardConditions(given),
      ...(seesAll(actor) ? [] : [inHandOf(staffOf(actor).unitId)]),
    ],
  };
}

const SHOWN_STATES: Partial<Readonly<Record<Shown, readonly string[]>>> = {
  'to-describe': ['filed'],
  'to-resolve': ['registered'],
  'to-approve': ['on-approval'],
  'to-send': ['approved'],
};

function cardConditions(given: Given): readonly RawBuilder<unknown>[] {
  const { channel, kind, sign, subject, outcome, topic } = given;
  const card = Object.entries({ channel, kind, sign, subject, outcome }).filter(
    ([, value]) => value !== undefined,
  );
  return [
    ...(card.length === 0
      ? []
      : [
          sql`exists (select from appeals.appeals a where a.case_id = c.id and ${sql.join(
            card.map(([name, value]) => sql`a.${sql.ref(name)} = ${value}`),
            sql` and `,
          )})`,
        ]),
    ...(topic === undefined
      ? []
      : [sql`exists (select from kernel.case_questions q where q.case_id = c.id and q.topic = ${topic})`]),
  ];
}

/** What a body was given, wholly or in part. */
export function inHandOf(unitId: string): RawBuilder<unknown> {
  return sql`(c.unit_id = ${unitId} or exists (
    select from appeals.resolutions r where r.case_id = c.id and r.unit_id = ${unitId} and r.withdrawn_at is null))`;
}
