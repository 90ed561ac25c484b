import type { FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import type { Actor } from '../actions/actor.ts';
import { askQuery } from '../actions/ask-query.ts';
import type { ActionDefinition, QueryDefinition } from '../actions/define.ts';
import { performAction } from '../actions/perform-action.ts';
import type { City } from '../city.ts';
import { storePhoto } from '../files/store-photo.ts';
import { storeUpload } from '../files/store-upload.ts';
import { localeOf, originOf } from '../http/visitor.ts';
import type { PagePost, PageRequest, UploadedFile } from './define-page.ts';

export function pageRequest(city: City, request: FastifyRequest, actor: Actor): PageRequest {
  const locale = localeOf(request);
  return {
    path: request.url.split('?')[0] ?? '/',
    url: request.url,
    params: textFields(request.params),
    query: textFields(request.query),
    actor,
    now: city.clock.now(),
    locale,
    t: city.messages.for(locale),
    origin: originOf(city, request),
    demo: city.settings.demo,
    cookie: (name) => request.cookies[name] ?? '',
    ask: <I extends z.ZodType, O extends z.ZodType>(query: QueryDefinition<I, O>, input: z.input<I>) =>
      // The registry holds the definition itself, so its own output schema has parsed the answer.
      askQuery(city, query, input, { actor }) as Promise<z.output<O>>,
  };
}

interface Posted {
  /** The very object that a refused form is shown with. */
  readonly form: Record<string, string | readonly string[]>;
  readonly files: readonly UploadedFile[];
  readonly key: string | null;
}

export function pagePost(city: City, request: FastifyRequest, actor: Actor, posted: Posted): PagePost {
  const fields = (name: string): readonly string[] => {
    const value = posted.form[name];
    return value === undefined ? [] : typeof value === 'string' ? [value] : value;
  };
  // One form may run several actions: each has the form's key for itself, as keys belong to an action.
  const key = posted.key ?? uuid();
  return {
    ...pageRequest(city, request, actor),
    form: posted.form,
    files: posted.files,
    fields,
    keepPhoto: (file) => storePhoto(city, actor, file),
    remember: (name, values) => {
      posted.form[name] = values;
    },
    keepFile: (file, by = actor) => storeUpload(city, by, file),
    field: (name) => (fields(name)[0] ?? '').trim(),
    run: <I extends z.ZodType, O extends z.ZodType>(action: ActionDefinition<I, O>, input: z.input<I>) =>
      performAction(city, action, input, { actor, key }) as Promise<z.output<O>>,
  };
}

function textFields(from: unknown): Readonly<Record<string, string>> {
  if (typeof from !== 'object' || from === null) return {};
  const entries = Object.entries(from).map(([name, value]) => [name, lastText(value)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function lastText(value: unknown): string | undefined {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : undefined;
}
