import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Writing } from './resident-store.ts';

export type MessageKind = 'registered' | 'deregistered' | 'changed';

/**
 * Leaves a message for the Migration Service in the deed's own transaction: person and residence as
 * they are after it. What was brought from the past is known there already.
 */
export async function leaveMessage(writing: Writing, residentId: string, kind: MessageKind): Promise<void> {
  if (writing.imported) return;
  await sql`
    insert into community_register.messages (id, resident_id, kind, state, made_at, payload)
    select ${uuid()}, r.id, ${kind}, 'waiting', ${writing.recordedAt}, jsonb_build_object(
             'person', jsonb_build_object('id', r.id, 'name', r.name, 'birthDate', r.birth_date, 'sex', r.sex,
               'rnokpp', r.rnokpp, 'unzr', r.unzr, 'documentKind', r.document_kind, 'documentNumber', r.document_number),
             'residence', (select jsonb_build_object('address', e.address_line, 'flat', e.flat, 'kind', e.kind,
                 'ground', e.ground, 'from', e.from_date, 'until', e.until_date, 'endGround', e.end_ground)
                from community_register.residences e where e.resident_id = r.id order by e.from_date desc limit 1))
      from community_register.residents r where r.id = ${residentId}`.execute(writing.tx);
}
