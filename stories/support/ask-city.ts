import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import type { z } from 'zod';
import type { ActionDefinition, QueryDefinition } from '../../src/kernel/actions/define.ts';

/** Does a deed through the HTTP API, as the demo person of this login or as a resident. Throws what the city refuses. */
export async function act<I extends z.ZodType, O extends z.ZodType>(
  action: ActionDefinition<I, O>,
  input: z.input<I>,
  login?: string,
): Promise<z.output<O>> {
  const answer = await fetch(`${inject('cityOrigin')}/api/actions/${action.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...bearer(login) },
    body: JSON.stringify(input),
  });
  return action.output.parse(await told(answer));
}

/** Asks by the HTTP API, as the demo person of this login or as a resident. Throws what the city refuses. */
export function ask<I extends z.ZodType, O extends z.ZodType>(
  query: QueryDefinition<I, O>,
  input: z.input<I>,
  login?: string,
): Promise<z.output<O>> {
  return askPart(query, input, login, query.output);
}

/** Reads of the answer what `part` describes: in JSON the instants of a whole output are text. */
export async function askPart<I extends z.ZodType, P extends z.ZodType>(
  query: QueryDefinition<I>,
  input: z.input<I>,
  login: string | undefined,
  part: P,
): Promise<z.output<P>> {
  const words = new URLSearchParams({ input: JSON.stringify(input) });
  const answer = await fetch(`${inject('cityOrigin')}/api/queries/${query.name}?${words}`, {
    headers: bearer(login),
  });
  return part.parse(await told(answer));
}

function bearer(login: string | undefined): Record<string, string> {
  return login === undefined ? {} : { authorization: `Bearer demo-${login}` };
}

async function told(answer: Response): Promise<unknown> {
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${answer.status} ${JSON.stringify(body)}`);
  return body;
}
