import type { z } from 'zod';
import type { Transaction } from '../database/database.ts';
import type { Actor } from './actor.ts';
import type { ActionDefinition } from './define.ts';
import { judge, runDeed } from './run-deed.ts';

export interface By {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly at: Date;
}

/**
 * An action as if it were done at a moment of the past, within an open transaction: how a demo city
 * lives through what came before it. Leaves no row in the journal. Throws `Refusal` or `InvalidInput`.
 */
export async function runAt<I extends z.ZodType, O extends z.ZodType>(
  { tx, actor, at }: By,
  action: ActionDefinition<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  const request = { action, actor, input, key: null, now: at, recordedAt: at };
  return action.output.parse((await runDeed(tx, request, judge(request))).output);
}
