import { sql } from 'kysely';
import { z } from 'zod';
import { notFound } from '../../kernel/actions/refusal.ts';
import { STAFF_ROLES } from '../../kernel/actions/actor.ts';
import type { Transaction } from '../../kernel/database/database.ts';

export const memberSchema = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  position: z.string(),
  unit: z.string(),
  unitCode: z.string(),
  roles: z.array(z.enum(STAFF_ROLES)),
  active: z.boolean(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  tokens: z.number(),
});
export type Member = z.output<typeof memberSchema>;

const COLUMNS = sql.raw(`
  s.id, s.login, s.name, s.position, u.short_name as unit, u.code as "unitCode", s.roles, s.active,
  s.password_hash is not null as "hasPassword", s.totp_secret is not null as "hasSecondFactor",
  (select count(*)::int from kernel.sessions t where t.staff_id = s.id and t.kind = 'token') as tokens`);

/** Staff by login; `words` looks in login, name and body. */
export async function listMembers(tx: Transaction, words: string, limit: number): Promise<readonly Member[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const result = await sql<Member>`
    select ${COLUMNS} from kernel.staff s join kernel.units u on u.id = s.unit_id
     where s.login ilike ${pattern} or s.name ilike ${pattern} or u.short_name ilike ${pattern}
     order by s.login limit ${limit}`.execute(tx);
  return result.rows;
}

/** Locks the row, so that two changes of one member do not cross. @throws Refusal (404) */
export async function getMember(tx: Transaction, id: string): Promise<Member> {
  const result = await sql<Member>`
    select ${COLUMNS} from kernel.staff s join kernel.units u on u.id = s.unit_id
     where s.id = ${id} for update of s`.execute(tx);
  const member = result.rows[0];
  if (member === undefined) throw notFound('staff:refusals.noSuchMember');
  return member;
}
