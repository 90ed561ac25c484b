import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Database, Transaction } from '../database/database.ts';
import type { ProvedPerson } from './provider.ts';

/**
 * The account of a person, made at the first sign-in. Name and number are the provider's and are renewed;
 * contacts are the person's own once they stand.
 */
export async function keepAccount(
  tx: Transaction | Database,
  provider: string,
  person: ProvedPerson,
  now: Date,
): Promise<string> {
  const { subject, name, code, email, phone, address } = person;
  const { rows } = await sql<{ id: string }>`
    insert into kernel.accounts as a
      (id, provider, subject, name, code, email, phone, address, created_at, signed_in_at)
    values (${uuid()}, ${provider}, ${subject}, ${name}, ${code}, ${email}, ${phone}, ${address}, ${now}, ${now})
    on conflict on constraint accounts_one_person do update set
      name = excluded.name, code = coalesce(excluded.code, a.code), signed_in_at = excluded.signed_in_at,
      email = coalesce(a.email, excluded.email), phone = coalesce(a.phone, excluded.phone),
      address = coalesce(a.address, excluded.address)
    returning id`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('an account was neither made nor found');
  return row.id;
}

export interface Contacts {
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

export async function writeContacts(tx: Transaction, accountId: string, contacts: Contacts): Promise<void> {
  const { email, phone, address } = contacts;
  await sql`
    update kernel.accounts set email = ${email}, phone = ${phone}, address = ${address}
     where id = ${accountId}`.execute(tx);
}

/** The row goes, and with it its sessions and whatever systems tied to it; cases have applicants of their own. */
export async function eraseAccount(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await sql`delete from kernel.accounts where id = ${accountId}`.execute(tx);
  // What was uploaded and is no case's goes at the next cleaning.
  await sql`
    update kernel.files set kept_until = ${now}
     where uploaded_by_account = ${accountId} and kept_until is not null`.execute(tx);
}
