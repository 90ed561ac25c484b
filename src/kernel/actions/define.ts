import type { RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Transaction } from '../database/database.ts';
import type { Actor, Role } from './actor.ts';
import type { House } from './house.ts';

export interface Title {
  readonly uk: string;
  readonly en: string;
}

/** Whom or what a deed is about, for the journal: `{ kind: 'case', id }`, `{ kind: 'ticket', id }`. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** What every action is given beside its input. */
export interface Deed {
  readonly tx: Transaction;
  readonly actor: Actor;
  /** The moment of the deed: the server's clock, or `occurred_at` of an imported event. */
  readonly now: Date;
  /** The moment of writing. Differs from `now` only for imports. */
  readonly recordedAt: Date;
  /** True for the past brought by an integrator: no letters, no live numbers, no live boards. */
  readonly imported: boolean;
  /** Names whom the deed is about in the journal. */
  about(subject: Subject): void;
  /** Notes a value before and after in the journal (personal fields are hashed by the journal). */
  changed(field: string, before: unknown, after: unknown): void;
  /**
   * A statement that nobody here waits for: it travels with the journal's row and stands or falls with the
   * deed, so that locks are held one round trip less. Where it breaks something, `tell` throws what a person
   * is told. Left out where there is nothing to travel with: then it is for the deed itself to send it.
   */
  readonly sendAlong?:
    | ((statement: RawBuilder<unknown>, tell?: (error: unknown) => never) => void)
    | undefined;
  /** Runs after the commit, in this process (live boards); lost on a crash, so never for duties. */
  afterCommit(work: () => void): void;
}

export interface Asking {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly now: Date;
  readonly house: House;
  /** Journals a look at personal data: ids of the cases shown (DESIGN §6), and why where the query asks for it. */
  looked(subject: Subject, reason?: string): void;
}

interface Definition<Input extends z.ZodType, Output extends z.ZodType> {
  /** `<system>.<verb-noun>` for actions, `<system>.<name>` for queries. */
  readonly name: string;
  readonly title: Title;
  readonly input: Input;
  readonly output: Output;
  readonly may: readonly Role[];
  /** Residents must have signed in: the deed is about what is theirs alone. */
  readonly needsAccount?: boolean;
}

/** Everything that changes state. The kernel derives route, form, permission, journal and tests from it. */
export interface ActionDefinition<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType>
  extends Definition<Input, Output> {
  readonly type: 'action';
  /** An integrator may bring it from the past, with `occurred_at`. */
  readonly importable: boolean;
  /**
   * How many of these a process does at once; the others wait their turn without a connection. For deeds that
   * lock one row, as a number book: in the database each commit would wake all who wait, to let one of them on.
   */
  readonly atOnce?: number;
  run(deed: Deed, input: z.output<Input>): Promise<z.output<Output>>;
}

/** Everything that is asked; changes nothing. */
export interface QueryDefinition<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType>
  extends Definition<Input, Output> {
  readonly type: 'query';
  run(asking: Asking, input: z.output<Input>): Promise<z.output<Output>>;
}

export function defineAction<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Omit<ActionDefinition<Input, Output>, 'type' | 'importable'> & { importable?: boolean },
): ActionDefinition<Input, Output> {
  return { importable: false, ...definition, type: 'action' };
}

export function defineQuery<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Omit<QueryDefinition<Input, Output>, 'type'>,
): QueryDefinition<Input, Output> {
  return { ...definition, type: 'query' };
}

/** A schema field that tells something of a person: the journal keeps its keyed hash, lists mask it. */
export function personal<S extends z.ZodType>(schema: S): S {
  return schema.meta({ ...schema.meta(), personal: true });
}

// Method bivariance lets definitions of any input stand in one list.
export type AnyAction = ActionDefinition;
export type AnyQuery = QueryDefinition;
