import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../database/database.ts';
import type { Secrets } from '../secrets.ts';
import { redact, redactField } from '../audit/redact.ts';
import { actorIdOf } from './actor.ts';
import type { Done, Request } from './run-deed.ts';

/** How long a repeat is answered with the first answer (DESIGN §7). */
const KEY_LIFE_MS = 48 * 60 * 60 * 1000;

/** Another request with the same key was faster: this transaction must not stand. */
export class KeyTaken extends Error {}

export function actorKey(request: Pick<Request, 'actor'>): string {
  return request.actor.importedBy ?? actorIdOf(request.actor) ?? 'resident';
}

export function bodyHash(input: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(input ?? null))
    .digest('hex');
}

function journalRow(done: Done, secrets: Secrets) {
  const { request } = done;
  const { action, actor } = request;
  const input = redact(action.input, request.input, secrets.auditKey);
  const output = redact(action.output, done.output, secrets.auditKey);
  const changes = done.changes.map(({ field, before, after }) => ({
    field,
    before: redactField(action.input, field, before, secrets.auditKey),
    after: redactField(action.input, field, after, secrets.auditKey),
  }));
  const sides = changes.flatMap(({ before, after }) => [before, after]);
  const personal = [input, output, ...sides].flatMap((redacted) => redacted.personal);
  return {
    occurred_at: request.now,
    recorded_at: request.recordedAt,
    name: action.name,
    actor_id: actorIdOf(actor),
    actor_name: actor.kind === 'staff' ? actor.name : null,
    actor_roles: actor.roles,
    imported_by: actor.importedBy,
    unit_id: actor.unitId,
    subjects: done.subjects,
    input: input.journalled ?? {},
    output: output.journalled ?? null,
    personal: personal.length === 0 ? null : personal,
    changes: changes.map(({ field, before, after }) => ({
      field,
      before: before.journalled,
      after: after.journalled,
    })),
    request_key: request.key,
    key_actor: actorKey(request),
    body_hash: request.key === null ? null : bodyHash(request.input),
    answer: done.output ?? null,
    expires_at: new Date(request.recordedAt.getTime() + KEY_LIFE_MS),
  };
}

/**
 * The journal rows and the request keys of finished deeds, in the deeds' own transaction and in one
 * statement. It fails where a key is already there: `tellKeyTaken` then says so, and the caller
 * answers with the first answer.
 */
export function saveDeeds(deeds: readonly Done[], secrets: Secrets): RawBuilder<unknown> {
  const rows = JSON.stringify(deeds.map((done) => journalRow(done, secrets)));
  return sql`
    with done as (
      select nextval('kernel.audit_journal_ids') as id, d.* from jsonb_to_recordset(${rows}::jsonb) as d (
        occurred_at timestamptz, recorded_at timestamptz, name text, actor_id uuid, actor_name text,
        actor_roles text[], imported_by uuid, unit_id uuid, subjects jsonb, input jsonb, output jsonb,
        changes jsonb, personal jsonb, request_key text, key_actor text, body_hash text, answer jsonb, expires_at timestamptz)
    ), keys as (
      insert into kernel.request_keys (actor, action, key, body_hash, answer, expires_at)
      select key_actor, name, request_key, decode(body_hash, 'hex'), coalesce(answer, 'null'::jsonb), expires_at
        from done where request_key is not null
    ), journal as (
      insert into kernel.audit_journal
        (id, kind, occurred_at, recorded_at, name, actor_id, actor_name, actor_roles, imported_by, unit_id,
         subjects, input, output, changes, request_key)
      select id, 'action', occurred_at, recorded_at, name, actor_id, actor_name, actor_roles, imported_by, unit_id,
             subjects, input, output, changes, request_key
        from done
    ), personal_values as (
      insert into kernel.audit_personal_values (journal_id, recorded_at, name, personal)
      select id, recorded_at, name, personal from done where personal is not null
    )
    select from done`;
}

/** @throws KeyTaken where the error is that of a used key; else the error itself. */
export function tellKeyTaken(error: unknown): never {
  if (error instanceof pg.DatabaseError && error.constraint === 'request_keys_pkey') throw new KeyTaken();
  throw error;
}

/** The first answer to a key, if the key was used. */
export interface FirstAnswer {
  readonly key: string;
  readonly action: string;
  readonly bodyHash: string;
  readonly answer: unknown;
}

export async function findFirstAnswers(
  tx: Transaction,
  actor: string,
  keys: readonly string[],
  now: Date,
): Promise<readonly FirstAnswer[]> {
  const result = await sql<FirstAnswer>`
    select key, action, encode(body_hash, 'hex') as "bodyHash", answer from kernel.request_keys
     where actor = ${actor} and key = any(${keys}::text[]) and expires_at > ${now}`.execute(tx);
  return result.rows;
}

/** A key of the house's own for a form or a test. */
export function newKey(): string {
  return uuid();
}
