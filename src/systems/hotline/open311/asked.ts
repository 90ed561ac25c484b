import type { FastifyRequest } from 'fastify';
import type { City } from '../../../kernel/city.ts';
import type { UploadedFile } from '../../../kernel/page/define-page.ts';

/** What every answer is made from. */
export interface Asked {
  readonly city: City;
  readonly request: FastifyRequest;
  readonly query: Readonly<Record<string, string>>;
  /** The posted fields; empty for what is read. */
  readonly form: Readonly<Record<string, string>>;
  readonly files: readonly UploadedFile[];
  /** The last part of the path: a service's code, a request's id or a token. */
  readonly name: string;
}

/** Texts alone; a name that comes twice counts by its last, an empty one as if it were not said. */
export function textsOf(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const one: unknown = Array.isArray(value) ? value.at(-1) : value;
      const text = typeof one === 'string' || typeof one === 'number' ? String(one).trim() : '';
      return text === '' ? [] : [[name, text]];
    }),
  );
}
