import { type RawBuilder, sql } from 'kysely';
import { hmac } from '../hmac.ts';

/** The hash before the first row. */
export const CHAIN_START = Buffer.alloc(32);

/**
 * A journal row `j` as the one text that is hashed. Built by PostgreSQL alone (jsonb has one textual form,
 * times are whole microseconds), so that it depends on no session setting and no JSON library.
 * Changing this expression breaks the verification of every chain sealed before.
 */
export const ROW_TEXT: RawBuilder<string> = sql<string>`jsonb_build_array(
  j.id, (extract(epoch from j.recorded_at) * 1000000)::bigint, (extract(epoch from j.occurred_at) * 1000000)::bigint,
  j.xid::text, j.kind, j.name, j.actor_id, j.actor_name, j.actor_roles, j.imported_by, j.unit_id, j.subjects,
  j.input, j.output is null, j.output, j.changes, j.reason, j.request_key)::text`;

/** One step of the chain: HMAC-SHA256(key, hash before ‖ row). */
export function chainHash(key: Buffer, before: Buffer, rowText: string): Buffer {
  return hmac(key, before, rowText);
}
