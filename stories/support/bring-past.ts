import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import type { z } from 'zod';
import type { ActionDefinition } from '../../src/kernel/actions/define.ts';

/** A deed of a past day, as an integrator brings it for the clerk of this login. Throws what the city refuses. */
export async function bringPast<I extends z.ZodType, O extends z.ZodType>(
  action: ActionDefinition<I, O>,
  input: z.input<I>,
  past: { readonly login: string; readonly daysAgo: number },
): Promise<z.output<O>> {
  const deed = {
    action: action.name,
    key: randomUUID(),
    occurred_at: new Date(Date.now() - past.daysAgo * 24 * 3600 * 1000).toISOString(),
    on_behalf_of: past.login,
    input,
  };
  const answer = await fetch(`${inject('cityOrigin')}/api/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer demo-integrator' },
    body: JSON.stringify({ actions: [deed] }),
  });
  const told = (await answer.json()) as { results: readonly { output?: unknown; problem?: unknown }[] };
  const result = told.results[0];
  if (result?.output === undefined) throw new Error(JSON.stringify(told));
  return action.output.parse(result.output);
}
