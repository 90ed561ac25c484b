import { sql } from 'kysely';
import { z } from 'zod';
import type { City } from '../city.ts';
import type { Transaction } from '../database/database.ts';
import { findActorsByLogin } from '../identity/find-actor.ts';
import { type Actor, hasRole, RESIDENT } from './actor.ts';
import { InvalidInput } from './invalid-input.ts';
import { matchFirstAnswer } from './perform-action.ts';
import { Refusal } from './refusal.ts';
import { type Done, judge, type Request, runDeed } from './run-deed.ts';
import { findFirstAnswers, KeyTaken, saveDeeds, tellKeyTaken } from './save-deeds.ts';

export const BATCH_LIMIT = 500;

export const batchInput = z.object({
  actions: z
    .array(
      z.object({
        action: z.string().max(100),
        key: z.string().min(1).max(200),
        occurred_at: z.iso.datetime({ offset: true }),
        on_behalf_of: z.string().max(100).optional(),
        input: z.unknown(),
      }),
    )
    .min(1)
    .max(BATCH_LIMIT),
});
export type BatchEntry = z.output<typeof batchInput>['actions'][number];

/** One entry's end: what it answered, or why it was refused. */
export type BatchResult =
  | { readonly key: string; readonly output: unknown }
  | { readonly key: string; readonly error: Refusal | InvalidInput };

/**
 * Up to 500 deeds of the past in one transaction, for an integrator. All of them are tried without
 * savepoints first, as nearly every batch is sound; where one is refused, the transaction is rolled
 * back and run again with a savepoint each, so that the sound ones stand and the others are named.
 */
export async function performBatch(
  city: City,
  integrator: Actor,
  entries: readonly BatchEntry[],
): Promise<readonly BatchResult[]> {
  if (!hasRole(integrator, 'integrator')) throw new Refusal('actions:refusals.integratorsOnly', {}, 403);
  refuseDoubleKeys(entries);
  try {
    return await attempt(city, integrator, entries, false);
  } catch (error) {
    if (error instanceof KeyTaken) return attempt(city, integrator, entries, true);
    if (isRefused(error)) return attempt(city, integrator, entries, true);
    throw error;
  }
}

function refuseDoubleKeys(entries: readonly BatchEntry[]): void {
  const keys = new Set(entries.map((entry) => `${entry.action} ${entry.key}`));
  if (keys.size < entries.length) throw new Refusal('actions:refusals.doubleKeyInBatch', {}, 422);
}

async function attempt(
  city: City,
  integrator: Actor,
  entries: readonly BatchEntry[],
  savepoints: boolean,
): Promise<readonly BatchResult[]> {
  const done: Done[] = [];
  const results = await city.connections.database.transaction().execute(async (tx) => {
    const requests = await prepare(city, tx, integrator, entries);
    const keys = entries.map((entry) => entry.key);
    const first = await findFirstAnswers(tx, integrator.staffId ?? '', keys, city.clock.now());
    const list: BatchResult[] = [];
    for (const request of requests) list.push(await performEntry(tx, request, first, savepoints, done));
    if (done.length > 0) await saveDeeds(done, city.secrets).execute(tx).catch(tellKeyTaken);
    return list;
  });
  for (const work of done.flatMap((deed) => deed.afterCommit)) work();
  return results;
}

type Prepared = { readonly key: string; readonly request: Request | Refusal };

async function prepare(
  city: City,
  tx: Transaction,
  integrator: Actor,
  entries: readonly BatchEntry[],
): Promise<readonly Prepared[]> {
  const logins = [...new Set(entries.flatMap((entry) => entry.on_behalf_of ?? []))];
  const clerks = await findActorsByLogin(tx, logins);
  const recordedAt = city.clock.now();
  return entries.map((entry) => ({
    key: entry.key,
    request: prepareOne(city, integrator, clerks, entry, recordedAt),
  }));
}

function prepareOne(
  city: City,
  integrator: Actor,
  clerks: ReadonlyMap<string, Actor>,
  entry: BatchEntry,
  recordedAt: Date,
): Request | Refusal {
  const action = city.actions.get(entry.action);
  if (!action?.importable)
    return new Refusal('actions:refusals.notImportable', { action: entry.action }, 422);
  const clerk = entry.on_behalf_of === undefined ? RESIDENT : clerks.get(entry.on_behalf_of);
  if (clerk === undefined)
    return new Refusal('actions:refusals.noSuchClerk', { login: entry.on_behalf_of ?? '' }, 422);
  const now = new Date(entry.occurred_at);
  if (now > recordedAt) return new Refusal('actions:refusals.fromTheFuture', {}, 422);
  const actor: Actor = { ...clerk, importedBy: integrator.staffId };
  return { action, actor, input: entry.input, key: entry.key, now, recordedAt };
}

async function performEntry(
  tx: Transaction,
  { key, request }: Prepared,
  first: Awaited<ReturnType<typeof findFirstAnswers>>,
  savepoints: boolean,
  done: Done[],
): Promise<BatchResult> {
  if (request instanceof Refusal) return { key, error: request };
  try {
    const repeat = matchFirstAnswer(first, request);
    if (repeat !== undefined) return { key, output: repeat.answer };
    const parsed = judge(request);
    const deed = savepoints ? await inSavepoint(tx, request, parsed) : await runDeed(tx, request, parsed);
    done.push(deed);
    return { key, output: deed.output };
  } catch (error) {
    if (savepoints && isRefused(error)) return { key, error };
    throw error;
  }
}

async function inSavepoint(tx: Transaction, request: Request, parsed: unknown): Promise<Done> {
  await sql`savepoint entry`.execute(tx);
  try {
    const deed = await runDeed(tx, request, parsed);
    await sql`release savepoint entry`.execute(tx);
    return deed;
  } catch (error) {
    await sql`rollback to savepoint entry`.execute(tx);
    throw error;
  }
}

function isRefused(error: unknown): error is Refusal | InvalidInput {
  return error instanceof Refusal || error instanceof InvalidInput;
}
