import { sql } from 'kysely';
import type { Subject } from '../actions/define.ts';
import type { Transaction } from '../database/database.ts';

/** Someone saw personal data, as the person concerned is told: who, when, by what right. */
export interface Look {
  readonly at: Date;
  /** The query by which the data were seen. */
  readonly query: string;
  /** Staff member, or the account of a resident who had signed in. */
  readonly actorId: string | null;
  /** Staff member's name and roles; null = someone who did not sign in (by number and code). */
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly unitId: string | null;
  /** Why, in the looker's own words; null where the work itself was the reason. */
  readonly reason: string | null;
}

/** Who looked at the data of a subject and why, newest first. */
export async function looksAt(tx: Transaction, subject: Subject, limit = 100): Promise<readonly Look[]> {
  const about = JSON.stringify([{ kind: subject.kind, id: subject.id }]);
  const result = await sql<Look>`
    select occurred_at as at, name as query, actor_id as "actorId", actor_name as name, actor_roles as roles, unit_id as "unitId", reason
      from kernel.audit_journal
     where subjects @> ${about}::jsonb and kind = 'look'
     order by recorded_at desc, id desc limit ${limit}`.execute(tx);
  return result.rows;
}
