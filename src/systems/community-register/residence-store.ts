import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';
import { type Address, addressLine } from '../address-register/index.ts';
import type { END_GROUNDS, GROUNDS, RESIDENCE_KINDS } from './resident.ts';
import type { Writing } from './resident-store.ts';

export interface NewResidence {
  readonly address: Address;
  readonly flat: string | null;
  readonly kind: (typeof RESIDENCE_KINDS)[number];
  readonly ground: (typeof GROUNDS)[number];
  readonly consentBy: string | null;
  readonly from: string;
  readonly caseId: string | null;
}

export interface OpenResidence {
  readonly id: string;
  readonly addressId: string;
  readonly flat: string | null;
  readonly from: string;
}

/** Where the person lives now, locked; undefined for one who is deregistered. */
export async function findOpenResidence(
  tx: Transaction,
  residentId: string,
): Promise<OpenResidence | undefined> {
  const { rows } = await sql<OpenResidence>`
    select id, address_id as "addressId", flat, from_date as "from" from community_register.residences
     where resident_id = ${residentId} and until_date is null for update`.execute(tx);
  return rows[0];
}

/**
 * Registers at an address from a day; the residence before ends on that very day (Law 1871-IX: one
 * residence at a time). Of two who register one person at once the database lets one through.
 */
export async function openResidence(
  writing: Writing,
  residentId: string,
  residence: NewResidence,
): Promise<string> {
  const { tx, recordedAt, staffId } = writing;
  checkFlat(residence);
  const open = await findOpenResidence(tx, residentId);
  if (open !== undefined) await endResidence(writing, open, residence.from, 'moved-within');
  const id = uuid();
  const { address, flat, kind, ground, consentBy, from, caseId } = residence;
  const inserted = sql`
    insert into community_register.residences
      (id, resident_id, address_id, address_line, flat, district, kind, ground, consent_by, from_date, case_id,
       recorded_at, recorded_by)
    values (${id}, ${residentId}, ${address.id}, ${addressLine(address, from)}, ${flat}, ${address.district?.name ?? null},
            ${kind}, ${ground}, ${consentBy}, ${from}::date, ${caseId}, ${recordedAt}, ${staffId})`.execute(
    tx,
  );
  await whenBroken(inserted, {
    residences_one_at_a_time: 'community-register:refusals.livesElsewhere',
    residences_resident_id_fkey: 'community-register:refusals.noSuchResident',
    residences_case_id_fkey: 'community-register:refusals.noSuchCase',
  });
  return id;
}

/** A flat must be among those that the register of addresses knows of the house. */
function checkFlat({ address, flat }: NewResidence): void {
  const { flatsFrom, flatsTo } = address;
  if (flat === null || flatsFrom === null || flatsTo === null) return;
  const number = Number.parseInt(flat, 10);
  if (number < flatsFrom || number > flatsTo) {
    throw new Refusal('community-register:refusals.noSuchFlat', { from: flatsFrom, to: flatsTo }, 422);
  }
}

export async function endResidence(
  { tx, recordedAt, staffId }: Writing,
  open: OpenResidence,
  on: string,
  ground: (typeof END_GROUNDS)[number],
): Promise<void> {
  if (on <= open.from) throw new Refusal('community-register:refusals.endsBeforeStart', {}, 422);
  await sql`
    update community_register.residences
       set until_date = ${on}::date, end_ground = ${ground}, ended_at = ${recordedAt}, ended_by = ${staffId}
     where id = ${open.id}`.execute(tx);
}

/** Throws `Refusal` 404 where the person is registered nowhere. */
export async function getOpenResidence(tx: Transaction, residentId: string): Promise<OpenResidence> {
  const open = await findOpenResidence(tx, residentId);
  if (open === undefined) throw notFound('community-register:refusals.livesNowhere');
  return open;
}
