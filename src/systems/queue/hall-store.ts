import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { notFound } from '../../kernel/actions/refusal.ts';
import type { Database, Transaction } from '../../kernel/database/database.ts';
import { rememberByKey } from '../../kernel/database/reference-cache.ts';
import type { FreezeReason } from './freeze.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';

export interface Hall {
  readonly code: string;
  readonly name: string;
  readonly name_en: string;
  readonly address: string;
  readonly shelter: string;
  readonly shelter_en: string;
}

const halls = rememberByKey<Hall>();

export async function findHall(tx: Transaction | Database, code: string): Promise<Hall | undefined> {
  return halls.find(tx, code, async () => {
    const { rows } = await sql<Hall>`select * from queue.halls where code = ${code}`.execute(tx);
    return rows[0];
  });
}

/** Throws a `Refusal` (404) where there is no such hall. */
export async function getHall(tx: Transaction, code: string): Promise<Hall> {
  const hall = await findHall(tx, code);
  if (hall === undefined) throw notFound('queue:refusals.noSuchHall');
  return hall;
}

export interface Freeze {
  readonly id: string;
  readonly hall: string;
  readonly reason: FreezeReason;
  readonly from_at: Date;
  readonly to_at: Date | null;
}

/** Throws a `Refusal` when the hall is frozen already. */
export async function beginFreeze(
  tx: Transaction,
  freeze: {
    readonly hall: string;
    readonly reason: FreezeReason;
    readonly now: Date;
    readonly by: string | null;
  },
): Promise<Freeze> {
  const { rows } = await whenBroken(
    sql<Freeze>`
      insert into queue.freezes (id, hall, reason, from_at, frozen_by)
      values (${uuid()}, ${freeze.hall}, ${freeze.reason}, ${freeze.now}, ${freeze.by})
      returning *`.execute(tx),
    { freezes_open: 'queue:refusals.alreadyFrozen' },
  );
  const [row] = rows;
  if (row === undefined) throw new Error('an insert gave no row');
  return row;
}

/** The freeze that ended; `undefined` when the hall was not frozen. */
export async function endFreeze(
  tx: Transaction,
  hall: string,
  now: Date,
  by: string | null,
): Promise<Freeze | undefined> {
  const { rows } = await sql<Freeze>`
    update queue.freezes set to_at = greatest(${now}::timestamptz, from_at), resumed_by = ${by}
     where hall = ${hall} and to_at is null returning *`.execute(tx);
  return rows[0];
}

export async function findOpenFreeze(tx: Transaction, hall: string): Promise<Freeze | undefined> {
  const { rows } = await sql<Freeze>`
    select * from queue.freezes where hall = ${hall} and to_at is null`.execute(tx);
  return rows[0];
}
