import { sql } from 'kysely';
import { z } from 'zod';
import { notFound } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { DOCUMENT_KINDS, END_GROUNDS, GROUNDS, RESIDENCE_KINDS, SEXES } from './resident.ts';

export const residenceView = z.object({
  id: z.uuid(),
  addressId: z.uuid(),
  /** As it was called on the day of registration, without the flat. */
  address: z.string(),
  flat: z.string().nullable(),
  kind: z.enum(RESIDENCE_KINDS),
  ground: z.enum(GROUNDS),
  consentBy: z.string().nullable(),
  from: z.string(),
  until: z.string().nullable(),
  endGround: z.enum(END_GROUNDS).nullable(),
});
export type Residence = z.output<typeof residenceView>;

const relative = z.object({ id: z.uuid(), name: z.string(), birthDate: z.string().nullable() });

/** Everything that the register knows of a person. Show it only to who gave a reason. */
export const residentView = z.object({
  id: z.uuid(),
  name: z.string(),
  birthDate: z.string().nullable(),
  sex: z.enum(SEXES).nullable(),
  rnokpp: z.string().nullable(),
  unzr: z.string().nullable(),
  documentKind: z.enum(DOCUMENT_KINDS).nullable(),
  documentNumber: z.string().nullable(),
  /** As it was written by who entered the person, where no residence is registered. */
  writtenAddress: z.string().nullable(),
  enteredAt: z.coerce.date(),
  residences: z.array(residenceView),
  parents: z.array(relative),
  children: z.array(relative),
  changes: z.array(
    z.object({
      at: z.coerce.date(),
      by: z.string().nullable(),
      ground: z.string(),
      before: z.record(z.string(), z.string().nullable()),
      after: z.record(z.string(), z.string().nullable()),
    }),
  ),
  certificates: z.array(
    z.object({ id: z.uuid(), number: z.string(), issuedAt: z.coerce.date(), purpose: z.string() }),
  ),
});
export type WholeResident = z.output<typeof residentView>;

/** Newest first. */
export async function readResidences(tx: Transaction, residentId: string): Promise<readonly Residence[]> {
  const { rows } = await sql<Residence>`
    select id, address_id as "addressId", coalesce(address_line, '–') as address, flat, kind, ground,
           consent_by as "consentBy", from_date as "from", until_date as until, end_ground as "endGround"
      from community_register.residences where resident_id = ${residentId} order by from_date desc`.execute(
    tx,
  );
  return rows;
}

/** Throws `Refusal` 404. */
export async function readResident(tx: Transaction, id: string): Promise<WholeResident> {
  const { rows } = await sql<Omit<WholeResident, 'residences'>>`
    select r.id, r.name, r.birth_date as "birthDate", r.sex, r.rnokpp, r.unzr, r.document_kind as "documentKind",
           r.document_number as "documentNumber", r.address as "writtenAddress", r.entered_at as "enteredAt",
           ${relatives(sql`k.parent_id`, sql`k.child_id = r.id`)} as parents,
           ${relatives(sql`k.child_id`, sql`k.parent_id = r.id`)} as children,
           (select coalesce(jsonb_agg(jsonb_build_object('at', c.changed_at, 'by', s.name, 'ground', c.ground,
                     'before', coalesce(c.before, '{}'), 'after', coalesce(c.after, '{}')) order by c.changed_at desc), '[]')
              from community_register.changes c left join kernel.staff s on s.id = c.changed_by
             where c.resident_id = r.id) as changes,
           (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'issuedAt', c.issued_at,
                     'purpose', c.purpose) order by c.issued_at desc), '[]')
              from community_register.certificates c where c.resident_id = r.id) as certificates
      from community_register.residents r where r.id = ${id} and r.erased_at is null`.execute(tx);
  const [resident] = rows;
  if (resident === undefined) throw notFound('community-register:refusals.noSuchResident');
  return { ...resident, residences: [...(await readResidences(tx, id))] };
}

function relatives(who: ReturnType<typeof sql>, whose: ReturnType<typeof sql>) {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'birthDate', o.birth_date)
                order by o.birth_date), '[]')
      from community_register.parents k join community_register.residents o on o.id = ${who} and o.erased_at is null
     where ${whose})`;
}
