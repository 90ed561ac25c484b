import type { FastifyRequest } from 'fastify';
import type { City } from '../../../kernel/city.ts';

/** What every answer is made from. */
export interface Asked {
  readonly city: City;
  readonly request: FastifyRequest;
  readonly query: Readonly<Record<string, string>>;
  /** The last part of the path: a service's code or a request's id. */
  readonly name: string;
}

/** Texts alone; a name that comes twice counts by its last. */
export function textsOf(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const one: unknown = Array.isArray(value) ? value.at(-1) : value;
      return typeof one === 'string' || typeof one === 'number' ? [[name, String(one)]] : [];
    }),
  );
}
