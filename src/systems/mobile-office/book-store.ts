import { sql } from 'kysely';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';

export interface Lease {
  readonly id: string;
  readonly bookNo: number;
  readonly staffId: string;
  readonly givenAt: Date;
  readonly validUntil: Date;
}

/**
 * The book of this device: the one it says it holds, else a new one. A device that does not hold its
 * book any more may have given numbers that nobody knows, so the old book is closed for ever.
 */
export async function leaseBook(
  tx: Transaction,
  deviceId: string,
  holds: number | null,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    select no from mobile_office.books where device_id = ${deviceId} and closed_at is null for update`.execute(
    tx,
  );
  const [current] = rows;
  if (current !== undefined && current.no === holds) return current.no;
  await sql`
    update mobile_office.books set closed_at = ${now}
     where device_id = ${deviceId} and closed_at is null`.execute(tx);
  const taken = await whenBroken(
    sql<{ no: number }>`
      insert into mobile_office.books (device_id, leased_at) values (${deviceId}, ${now}) returning no`.execute(
      tx,
    ),
    { books_of_device: 'mobile-office:refusals.leasedMeanwhile' },
  );
  const [book] = taken.rows;
  if (book === undefined) throw new Error('a new book gave no number');
  return book.no;
}

export async function insertLease(tx: Transaction, lease: Lease): Promise<void> {
  await sql`
    insert into mobile_office.leases (id, book_no, staff_id, given_at, valid_until)
    values (${lease.id}, ${lease.bookNo}, ${lease.staffId}, ${lease.givenAt}, ${lease.validUntil})`.execute(
    tx,
  );
}

/**
 * A lease of this device, its book locked: of two merges of one application the second finds the first.
 * Throws a `Refusal` (404) for another device's.
 */
export async function lockLease(tx: Transaction, id: string, deviceId: string): Promise<Lease> {
  const { rows } = await sql<Lease>`
    select l.id, l.book_no as "bookNo", l.staff_id as "staffId", l.given_at as "givenAt", l.valid_until as "validUntil"
      from mobile_office.leases l join mobile_office.books b on b.no = l.book_no
     where l.id = ${id} and b.device_id = ${deviceId} for update of b`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Refusal('mobile-office:refusals.notYourBook', {}, 404);
  return row;
}

/** A lease that an arrival names. */
export async function readLease(tx: Transaction, id: string): Promise<Lease> {
  const { rows } = await sql<Lease>`
    select id, book_no as "bookNo", staff_id as "staffId", given_at as "givenAt", valid_until as "validUntil"
      from mobile_office.leases where id = ${id}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('an arrival without its lease');
  return row;
}

/** The last number of the book in each year, as it arrived here. */
export async function readCounters(
  tx: Transaction,
  bookNo: number,
): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ year: number; last: number }>`
    select year, max(seq)::int as last from mobile_office.arrivals where book_no = ${bookNo} group by year`.execute(
    tx,
  );
  return Object.fromEntries(rows.map(({ year, last }) => [String(year), last]));
}

/** Login of the member who holds the lease. */
export async function findLogin(tx: Transaction, staffId: string): Promise<string> {
  const { rows } = await sql<{ login: string }>`select login from kernel.staff where id = ${staffId}`.execute(
    tx,
  );
  return rows[0]?.login ?? '';
}
