import { sql } from 'kysely';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import type { Mover } from './ticket-store.ts';
import type { Ticket } from './ticket.ts';

/** A class of people received out of turn, as in force on a day. */
export interface PrivilegedClass {
  readonly code: string;
  readonly name: string;
  readonly name_en: string;
  readonly article: string;
  /** The original document that proves it at the window. */
  readonly document: string;
  readonly credit_minutes: number;
}

export async function listClasses(tx: Transaction, on: string): Promise<readonly PrivilegedClass[]> {
  const { rows } = await sql<PrivilegedClass>`
    select code, name, name_en, article, document, credit_minutes from queue.privileged_classes
     where valid_from <= ${on} and (valid_to is null or ${on} < valid_to)
     order by name collate "und-x-icu"`.execute(tx);
  return rows;
}

/** Throws a `Refusal` where no such class is in force on that day. */
export async function getClass(tx: Transaction, code: string, on: string): Promise<PrivilegedClass> {
  const { rows } = await sql<PrivilegedClass>`
    select code, name, name_en, article, document, credit_minutes from queue.privileged_classes
     where code = ${code} and valid_from <= ${on} and (valid_to is null or ${on} < valid_to)`.execute(tx);
  const [found] = rows;
  if (found === undefined) throw notFound('queue:refusals.noSuchClass');
  return found;
}

/** Writes what was found of the declared class. Throws a `Refusal` where nothing was declared. */
export async function judgeClass(
  tx: Transaction,
  { id, number }: Ticket,
  accepted: boolean,
  by: Mover,
): Promise<Ticket> {
  const { rows } = accepted
    ? await sql<Ticket>`
        update queue.tickets set class_state = 'verified' where id = ${id} and ${mayJudge(by)} returning *`.execute(
        tx,
      )
    : await sql<Ticket>`
        update queue.tickets
           set class_state = 'rejected', order_key = joined_at,
               state = case state when 'called' then 'waiting' else state end,
               window_id = case state when 'called' then null else window_id end,
               clerk_id = case state when 'called' then null else clerk_id end,
               called_at = case state when 'called' then null else called_at end,
               wait_seconds = case state when 'called' then null else wait_seconds end
         where id = ${id} and ${mayJudge(by)} returning *`.execute(tx);
  const [ticket] = rows;
  if (ticket === undefined) throw new Refusal('queue:refusals.nothingToVerify', { number });
  return ticket;
}

function mayJudge(by: Mover) {
  return sql`class_state <> 'none' and ended_at is null and imported = ${by.imported}
    and (${by.isHead} or state not in ('called', 'serving') or clerk_id = ${by.staffId})`;
}
