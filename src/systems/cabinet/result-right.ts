import { sql } from 'kysely';
import type { Actor, Resident } from '../../kernel/actions/actor.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import type { StoredFile } from '../../kernel/files/files.ts';
import { APPLICATION, readOwnApplication } from '../applications/index.ts';
import type { Way } from './own-store.ts';

/**
 * Number and code from a receipt show where an application is; its result holds more. It is given to who
 * filed it from the cabinet, or proved the number that stands in it.
 */
export function mayTakeResult(way: Way, applicantCode: string | null, known: Resident): boolean {
  return way === 'filed' || (known.code !== null && known.code === applicantCode);
}

/** Whether a file is the result of this resident's own application. */
export async function mayOpenResult(tx: Transaction, actor: Actor, file: StoredFile): Promise<boolean> {
  const { resident } = actor;
  if (resident === null || file.case_id === null) return false;
  const { rows } = await sql<{ way: Way; code: string | null }>`
    select o.way, p.code
      from kernel.case_accounts o
      join kernel.cases c on c.id = o.case_id and c.kind = ${APPLICATION.name} and not c.is_open
      left join kernel.applicants p on p.id = c.applicant_id
     where o.account_id = ${resident.accountId} and o.case_id = ${file.case_id}`.execute(tx);
  const [own] = rows;
  // What staff put into the case beside the result is the body's own paper.
  if (own === undefined || !mayTakeResult(own.way, own.code, resident)) return false;
  const { resultFileId } = await readOwnApplication(tx, file.case_id, file.stored_at);
  return resultFileId === file.id;
}
