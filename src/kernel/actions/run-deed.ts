import type { z } from 'zod';
import { redact } from '../audit/redact.ts';
import type { Transaction } from '../database/database.ts';
import type { Actor } from './actor.ts';
import type { AnyAction, Deed, Subject } from './define.ts';
import { InvalidInput } from './invalid-input.ts';
import { requireEntry } from './permission.ts';

/** A request to do something, before it is judged. */
export interface Request {
  readonly action: AnyAction;
  readonly actor: Actor;
  readonly input: unknown;
  /** The request key; null only for the house's own deeds. */
  readonly key: string | null;
  readonly now: Date;
  readonly recordedAt: Date;
}

/** What a deed leaves behind for the journal, the request key and the live boards. */
export interface Done {
  readonly request: Request;
  readonly output: unknown;
  readonly subjects: readonly Subject[];
  readonly changes: readonly { field: string; before: unknown; after: unknown }[];
  readonly afterCommit: readonly (() => void)[];
}

/** Checks the right and the input. Throws `Refusal` or `InvalidInput`; touches no database. */
export function judge(request: Request): unknown {
  requireEntry(request.action, request.actor);
  const parsed = request.action.input.safeParse(request.input, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(parsed.error);
  return parsed.data;
}

/** Runs one judged request in an open transaction. */
export async function runDeed(
  tx: Transaction,
  request: Request,
  input: unknown,
  sendAlong?: Deed['sendAlong'],
): Promise<Done> {
  const subjects: Subject[] = [];
  const changes: { field: string; before: unknown; after: unknown }[] = [];
  const afterCommit: (() => void)[] = [];
  const deed: Deed = {
    tx,
    actor: request.actor,
    now: request.now,
    recordedAt: request.recordedAt,
    imported: request.actor.importedBy !== null,
    about: (subject) => void subjects.push(subject),
    changed: (field, before, after) => void changes.push({ field, before, after }),
    sendAlong,
    afterCommit: (work) => void afterCommit.push(work),
  };
  const output = await request.action.run(deed, input);
  return { request, output: request.action.output.parse(output), subjects, changes, afterCommit };
}

/** A value as the journal may keep it: personal fields are keyed hashes. */
export function forJournal(schema: z.ZodType, value: unknown, key: Buffer): unknown {
  return redact(schema, value, key).journalled;
}
