import type { City } from '../city.ts';
import { inTransaction, type SendLast } from '../database/pipelined-dialect.ts';
import type { Actor } from './actor.ts';
import type { AnyAction } from './define.ts';
import { Line } from './line.ts';
import { Refusal } from './refusal.ts';
import { judge, type Request, runDeed } from './run-deed.ts';
import { actorKey, bodyHash, findFirstAnswers, KeyTaken, saveDeeds, tellKeyTaken } from './save-deeds.ts';

/**
 * The one way in: judges, runs and journals an action in one transaction.
 * A repeat with the same key changes nothing and gets the first answer; the same key with another
 * body is refused. Throws `Refusal` or `InvalidInput`.
 *
 * The key is written with the journal row at the end, not looked up first: a fresh request pays
 * nothing for it, and a repeat is found by the conflict or by the refusal that it runs into.
 */
export async function performAction(
  city: City,
  action: AnyAction,
  input: unknown,
  by: { readonly actor: Actor; readonly key: string | null },
): Promise<unknown> {
  const now = city.clock.now();
  const request: Request = { action, actor: by.actor, input, key: by.key, now, recordedAt: now };
  try {
    const parsed = judge(request);
    return await inTurn(action, () => inOneTransaction(city, request, parsed));
  } catch (error) {
    const first = await findFirstAnswer(city, request, error);
    if (first !== undefined) return first.answer;
    throw error;
  }
}

const lines = new WeakMap<AnyAction, Line>();

function inTurn<Result>(action: AnyAction, work: () => Promise<Result>): Promise<Result> {
  if (action.atOnce === undefined) return work();
  const line = lines.get(action) ?? new Line(action.atOnce);
  lines.set(action, line);
  return line.serve(work);
}

async function inOneTransaction(city: City, request: Request, parsed: unknown): Promise<unknown> {
  const done = await inTransaction(city.connections.database, async (tx, sendLast) => {
    const along: Parameters<SendLast>[] = [];
    const deed = await runDeed(tx, request, parsed, (...statement) => void along.push(statement));
    for (const statement of along) await sendLast(...statement);
    await sendLast(saveDeeds([deed], city.secrets));
    return deed;
  }).catch(tellKeyTaken);
  for (const work of done.afterCommit) work();
  return done.output;
}

/** Only what a repeat may run into is worth a look for the first answer. */
async function findFirstAnswer(
  city: City,
  request: Request,
  error: unknown,
): Promise<{ readonly answer: unknown } | undefined> {
  const mayBeRepeat = error instanceof KeyTaken || error instanceof Refusal;
  if (request.key === null || !mayBeRepeat) return undefined;
  const key = request.key;
  const answers = await city.connections.database
    .transaction()
    .execute((tx) => findFirstAnswers(tx, actorKey(request), [key], request.recordedAt));
  return matchFirstAnswer(answers, request);
}

/** The stored answer for this action and body; refuses a key that was used for something else. */
export function matchFirstAnswer(
  answers: Awaited<ReturnType<typeof findFirstAnswers>>,
  request: Request,
): { readonly answer: unknown } | undefined {
  const first = answers.find(({ key, action }) => key === request.key && action === request.action.name);
  if (first === undefined) return undefined;
  if (first.bodyHash !== bodyHash(request.input)) {
    throw new Refusal('actions:refusals.keyReused', {}, 422);
  }
  return { answer: first.answer };
}
