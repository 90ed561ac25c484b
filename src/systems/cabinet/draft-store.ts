import { sql } from 'kysely';
import type { Deed } from '../../kernel/actions/define.ts';
import { accountOf } from '../../kernel/actions/permission.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Database, Transaction } from '../../kernel/database/database.ts';
import { keepUntil } from '../../kernel/files/files.ts';
import { getService, isFiledOnline, type Service } from '../service-catalogue/index.ts';
import { type Draft, filesOf, USUAL_DRAFT_DAYS } from './draft.ts';

const DAY_MS = 24 * 3600 * 1000;

const COLUMNS = sql.raw(
  'service_code as "serviceCode", provider_code as "providerCode", contacts, answers, papers, started_at as "startedAt", saved_at as "savedAt"',
);

/** The service as it may be filed today. @throws Refusal where it is not taken online. */
export async function getOnlineService(tx: Transaction, code: string, now: Date): Promise<Service> {
  const service = await getService(tx, code, kyivDate(now));
  if (!isFiledOnline(service)) throw new Refusal('cabinet:refusals.notOnline', { code });
  return service;
}

export async function findDraft(
  tx: Transaction,
  accountId: string,
  serviceCode: string,
): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`
    select ${COLUMNS} from cabinet.drafts
     where account_id = ${accountId} and service_code = ${serviceCode}`.execute(tx);
  return rows[0];
}

export async function findDrafts(tx: Transaction, accountId: string): Promise<readonly Draft[]> {
  const { rows } = await sql<Draft>`
    select ${COLUMNS} from cabinet.drafts where account_id = ${accountId} order by saved_at desc`.execute(tx);
  return rows;
}

/**
 * Changes one's own draft under its row lock, making it where there is none, and keeps its files as long
 * as the draft itself. Two tabs write one after the other.
 */
export async function changeDraft(
  deed: Deed,
  serviceCode: string,
  change: (
    draft: Draft,
    service: Service,
  ) => Partial<Pick<Draft, 'providerCode' | 'contacts' | 'answers' | 'papers'>>,
): Promise<Draft> {
  const { tx, now } = deed;
  const { accountId } = accountOf(deed.actor);
  const service = await getOnlineService(tx, serviceCode, now);
  const found = await lockDraft(tx, accountId, serviceCode, now);
  const draft = { ...found, ...change(found, service), savedAt: now };
  await sql`
    update cabinet.drafts
       set provider_code = ${draft.providerCode}, contacts = ${JSON.stringify(draft.contacts)}::jsonb,
           answers = ${JSON.stringify(draft.answers)}::jsonb, papers = ${JSON.stringify(draft.papers)}::jsonb,
           saved_at = ${now}
     where account_id = ${accountId} and service_code = ${serviceCode}`.execute(tx);
  const until = new Date(now.getTime() + ((await draftDays(tx, now)) + 1) * DAY_MS);
  for (const id of filesOf(service, draft)) await keepUntil(deed, id, until);
  deed.about({ kind: 'account', id: accountId });
  return draft;
}

async function lockDraft(tx: Transaction, accountId: string, serviceCode: string, now: Date): Promise<Draft> {
  const { rows } = await sql<Draft>`
    insert into cabinet.drafts as d (account_id, service_code, started_at, saved_at)
    values (${accountId}, ${serviceCode}, ${now}, ${now})
    on conflict (account_id, service_code) do update set saved_at = d.saved_at
    returning ${COLUMNS}`.execute(tx);
  const [draft] = rows;
  if (draft === undefined) throw new Error('a draft was neither made nor found');
  return draft;
}

/** Takes the draft out: of two who send it, one has it. @throws Refusal 404. */
export async function takeDraft(tx: Transaction, accountId: string, serviceCode: string): Promise<Draft> {
  const { rows } = await sql<Draft>`
    delete from cabinet.drafts where account_id = ${accountId} and service_code = ${serviceCode}
    returning ${COLUMNS}`.execute(tx);
  const [draft] = rows;
  if (draft === undefined) throw new Refusal('cabinet:refusals.noDraft', {}, 404);
  return draft;
}

/** For how many days an untouched draft is kept. */
export async function draftDays(tx: Transaction | Database, now: Date): Promise<number> {
  const on = kyivDate(now);
  const { rows } = await sql<{ days: number }>`
    select days from cabinet.draft_terms
     where valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)`.execute(tx);
  return rows[0]?.days ?? USUAL_DRAFT_DAYS;
}

export async function forgetOldDrafts(database: Database, now: Date): Promise<void> {
  const days = await draftDays(database, now);
  await sql`
    delete from cabinet.drafts where saved_at < ${new Date(now.getTime() - days * DAY_MS)}`.execute(database);
}
