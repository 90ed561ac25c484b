import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import type { Database } from '../../kernel/database/database.ts';
import { hashToken } from '../../kernel/identity/find-actor.ts';
import { hashPassword } from '../../kernel/identity/password.ts';
import { seedCouncilUnits } from './council-units.ts';
import { demoStaff } from './demo-staff.ts';

const NAMESPACE = '3b0f9a54-7f0e-4a4e-8f0a-1a6f0c1f7d55';
const DEMO_PASSWORD = 'демо-місто-2020';
/** The demo staff's authenticator: known to all, as the whole demo city is. */
const DEMO_TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const TEN_YEARS_MS = 10 * 365 * 24 * 3600 * 1000;

/**
 * Demo mode: the Centre's clerks, two specialists of each body, head, auditor, IT and integrator,
 * and tokens `demo-<login>`. Out of demo mode the well-known tokens and passwords are shut.
 */
export async function seedStaff(
  database: Database,
  { demo, now }: { demo: boolean; now: Date },
): Promise<void> {
  await seedCouncilUnits(database);
  if (!demo) return shutDemoDoors(database);
  const units = await sql<{ id: string; code: string; kind: string; short_name: string }>`
    select id, code, kind, short_name from kernel.units order by code`.execute(database);
  const present = await sql<{ count: number }>`select count(*)::int as count from kernel.staff`.execute(
    database,
  );
  const staff = demoStaff(units.rows).map((member) => ({
    ...member,
    id: nameUuid(member.login, NAMESPACE),
    session: nameUuid(`token/${member.login}`, NAMESPACE),
    token: hashToken(`demo-${member.login}`).toString('hex'),
  }));
  if (present.rows[0]?.count === 0) await insertStaff(database, staff, now);
  await openTokens(database, staff, now);
}

type Seeded = ReturnType<typeof demoStaff>[number] & { id: string; session: string; token: string };

async function insertStaff(database: Database, staff: readonly Seeded[], now: Date): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await sql`
    insert into kernel.staff (id, unit_id, login, name, position, roles, password_hash, totp_secret, created_at)
    select id, "unitId", login, name, position, roles, ${passwordHash}, ${DEMO_TOTP_SECRET}, ${now}
      from jsonb_to_recordset(${JSON.stringify(staff)}::jsonb)
        as s (id uuid, "unitId" uuid, login text, name text, position text, roles text[])
    on conflict do nothing`.execute(database);
}

async function openTokens(database: Database, staff: readonly Seeded[], now: Date): Promise<void> {
  await sql`
    insert into kernel.sessions (id, token_hash, staff_id, kind, stage, label, created_at, expires_at)
    select session, decode(token, 'hex'), id, 'token', 'full', 'demo', ${now}, ${new Date(now.getTime() + TEN_YEARS_MS)}
      from jsonb_to_recordset(${JSON.stringify(staff)}::jsonb) as s (id uuid, session uuid, token text)
     where exists (select from kernel.staff where staff.id = s.id)
    on conflict do nothing`.execute(database);
}

/** A city that leaves demo mode must not be opened by what its start page once showed. */
async function shutDemoDoors(database: Database): Promise<void> {
  await sql`
    with doors as (delete from kernel.sessions where label = 'demo')
    update kernel.staff set active = false, password_hash = null, totp_secret = null
     where totp_secret = ${DEMO_TOTP_SECRET} and active`.execute(database);
}
