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
export async function ask<I extends z.ZodType, O extends z.ZodType>(
  query: QueryDefinition<I, O>,
  input: z.input<I>,
  login?: string,
): Promise<z.output<O>> {
  const answer = await askPlain(query.name, input, login);
  const asText = query.output.safeParse(answer);
  // Where the output holds instants they come as text.
  return asText.success ? asText.data : query.output.parse(withInstants(answer));
}

/** Reads of the answer only what `part` describes. */
export async function askPart<I extends z.ZodType, P extends z.ZodType>(
  query: QueryDefinition<I>,
  input: z.input<I>,
  login: string | undefined,
  part: P,
): Promise<z.output<P>> {
  return part.parse(await askPlain(query.name, input, login));
}

async function askPlain(name: string, input: unknown, login: string | undefined): Promise<unknown> {
  const words = new URLSearchParams({ input: JSON.stringify(input) });
  const answer = await fetch(`${inject('cityOrigin')}/api/queries/${name}?${words.toString()}`, {
    headers: bearer(login),
  });
  return told(answer);
}

function withInstants(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (_, value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? new Date(value) : value,
  );
}

function bearer(login: string | undefined): Record<string, string> {
  return login === undefined ? {} : { authorization: `Bearer demo-${login}` };
}

async function told(answer: Response): Promise<unknown> {
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${answer.status} ${JSON.stringify(body)}`);
  return body;
}
