import { type RawBuilder, sql } from 'kysely';
import type { Actor, Role } from '../actions/actor.ts';
import type { Title } from '../actions/define.ts';
import { kyivDate } from '../calendar/kyiv-time.ts';
import type { Transaction } from '../database/database.ts';
import { notExcluded } from './case-excluded.ts';
import type { CaseKind } from './case-kind.ts';

/**
 * Whose move it is: mine alone; whoever of my unit or role is first; or it lies with us while somebody
 * else is to move (a colleague, the applicant, the leadership).
 */
export const TURNS = ['mine', 'free', 'others'] as const;
export type Turn = (typeof TURNS)[number];

/** For whom work is looked up. */
export interface Worker {
  readonly staffId: string | null;
  readonly unitId: string | null;
  readonly roles: readonly Role[];
  /** Kyiv date. */
  readonly today: string;
}

export function workerOf({ staffId, unitId, roles }: Actor, now: Date): Worker {
  return { staffId, unitId, roles, today: kyivDate(now) };
}

/** Something that a case waits for, from people of these roles. */
export interface WorkStep {
  readonly name: string;
  /** What is expected of the reader, by a verb: «Взяти в роботу». */
  readonly title: Title;
  readonly may: readonly Role[];
  readonly states: readonly string[];
  readonly turn: Turn;
  /** `unit`: cases of my unit and what I work on; `house`: wherever they lie. */
  readonly reach: 'unit' | 'house';
  /** Further condition on `kernel.cases c`. */
  waits?(worker: Worker): RawBuilder<unknown>;
  /** The `deed` that the case's own page does without any further word: `take`. */
  readonly deed?: string;
  /** Stands among the decisions of the leadership. */
  readonly decision?: boolean;
}

/** What the desk must know of a kind: who may open its cases, and what is waited for from whom. */
export interface CaseWork {
  readonly kind: CaseKind;
  /** Path of a picture drawn with a pen in a box of 16 × 16; the word always stands beside it. */
  readonly icon: string;
  /** Which cases of the kind this person may open: all, none, or a condition on `kernel.cases c`. */
  sees(actor: Actor): boolean | RawBuilder<unknown>;
  /** Who reads the applicant's name in a list, shortened. */
  readonly names: readonly Role[];
  /** Ids of cases that come to this person by the system's own tables: a select of one column. */
  reaches?(worker: Worker): RawBuilder<unknown>;
  /** The first that fits is what is told. */
  readonly steps: readonly WorkStep[];
}

/** Something to do that is no case: to telephone back, to fill in a card. */
export interface Errand {
  readonly id: string;
  readonly title: string;
  /** Of whom, shortened. */
  readonly person: string | null;
  readonly dueOn: string | null;
  readonly path: string;
}

/** Errands of one sort. */
export interface ErrandKind {
  /** `<system>.<name>`. */
  readonly name: string;
  readonly title: Title;
  /** What is expected of the reader, by a verb. */
  readonly doing: Title;
  readonly icon: string;
  readonly may: readonly Role[];
  readonly turn: Exclude<Turn, 'others'>;
  /** At most `limit`, by the last day. */
  find(tx: Transaction, worker: Worker, limit: number): Promise<readonly Errand[]>;
}

/** It has no executor yet. */
export const untaken = (): RawBuilder<unknown> => sql`c.executor_id is null`;

/** This person is the executor. */
export const executedBy = ({ staffId }: Worker): RawBuilder<unknown> => sql`c.executor_id = ${staffId}::uuid`;

/** Lies with this person's unit. */
export const inUnitOf = ({ unitId }: Pick<Worker, 'unitId'>): RawBuilder<unknown> =>
  sql`c.unit_id = ${unitId}::uuid`;

/** Cases of these kinds that this person may open: a condition on `kernel.cases c`. */
export function seenBy(works: readonly CaseWork[], actor: Actor): RawBuilder<unknown> {
  const open = works.flatMap(({ kind, sees }) => {
    const seen = sees(actor);
    if (seen === false) return [];
    return [seen === true ? sql`c.kind = ${kind.name}` : sql`(c.kind = ${kind.name} and ${seen})`];
  });
  if (open.length === 0) return sql`false`;
  return sql`(${sql.join(open, sql` or `)}) and ${notExcluded(actor)}`;
}
