import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import type { Database, Transaction } from '../../kernel/database/database.ts';
import { keepAccount } from '../../kernel/identity/account-store.ts';
import { DEMO_RESIDENTS } from '../../kernel/identity/demo-provider.ts';
import { hashToken } from '../../kernel/identity/find-actor.ts';
import { USUAL_DRAFT_DAYS } from './draft.ts';

const NAMESPACE = '0c1d8a37-6d8f-4c5e-9a56-0b3c6a7f1e42';
const TEN_YEARS_MS = 10 * 365 * 24 * 3600 * 1000;
/** Cases of the demo city that each of the demo residents follows. */
const CASES_EACH = 5;

/** The term of drafts; in demo mode the residents, their tokens `demo-resident-<name>` and a few cases each. */
export async function seedCabinet(
  database: Database,
  { demo, now }: { readonly demo: boolean; readonly now: Date },
): Promise<void> {
  await sql`
    insert into cabinet.draft_terms (days, valid_from)
    select ${USUAL_DRAFT_DAYS}, '2014-01-01' where not exists (select from cabinet.draft_terms)
    on conflict do nothing`.execute(database);
  await database.transaction().execute((tx) => (demo ? seedResidents(tx, now) : shutDemoDoors(tx)));
}

async function seedResidents(tx: Transaction, now: Date): Promise<void> {
  const { rows } = await sql`select from kernel.accounts where provider = 'demo' limit 1`.execute(tx);
  if (rows.length > 0) return;
  for (const [index, person] of DEMO_RESIDENTS.entries()) {
    const accountId = await keepAccount(tx, 'demo', person, now);
    await openToken(tx, accountId, person.subject, now);
    await tieDemoCases(tx, accountId, index, now);
  }
}

async function openToken(tx: Transaction, accountId: string, name: string, now: Date): Promise<void> {
  const login = `resident-${name}`;
  await sql`
    insert into kernel.sessions (id, token_hash, account_id, kind, stage, label, created_at, expires_at)
    values (${nameUuid(login, NAMESPACE)}, ${hashToken(`demo-${login}`)}, ${accountId}, 'token', 'full', 'demo',
            ${now}, ${new Date(now.getTime() + TEN_YEARS_MS)})
    on conflict do nothing`.execute(tx);
}

/** One of each state, as if each had added, by number and code, what they filed at the Centre. */
async function tieDemoCases(tx: Transaction, accountId: string, index: number, now: Date): Promise<void> {
  await sql`
    insert into kernel.case_accounts (account_id, case_id, way, tied_at)
    select ${accountId}, id, 'attached', ${now} from (
      select id, row_number() over (partition by state order by registered_at desc, id) as place
        from kernel.cases where kind = 'applications.application' and parent_id is null) c
     where place = ${index + 1} limit ${CASES_EACH}
    on conflict do nothing`.execute(tx);
}

/** A city that leaves demo mode forgets its invented residents: their sessions and cabinets go with them. */
async function shutDemoDoors(tx: Transaction): Promise<void> {
  await sql`delete from kernel.accounts where provider = 'demo'`.execute(tx);
}
