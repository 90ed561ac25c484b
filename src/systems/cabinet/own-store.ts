import { sql } from 'kysely';
import type { Deed } from '../../kernel/actions/define.ts';
import { accountOf } from '../../kernel/actions/permission.ts';
import { notFound } from '../../kernel/actions/refusal.ts';
import type { Actor } from '../../kernel/actions/actor.ts';
import type { Transaction } from '../../kernel/database/database.ts';

export type Way = 'filed' | 'attached';

/** What stands in the cabinet's list of a case of any kind. */
export interface OwnCase {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly registeredAt: Date;
  readonly dueOn: string | null;
  readonly holderKind: string;
  /** Short name of the body whose day it is. */
  readonly holder: string | null;
  readonly way: Way;
}

/** Open ones first, then the newest. */
export async function findOwnCases(tx: Transaction, accountId: string): Promise<readonly OwnCase[]> {
  const { rows } = await sql<OwnCase>`
    select c.id, c.kind, c.number, c.title, c.state, c.is_open as "isOpen",
           c.registered_at as "registeredAt", c.due_on as "dueOn", c.holder_kind as "holderKind",
           u.short_name as holder, o.way
      from kernel.case_accounts o
      join kernel.cases c on c.id = o.case_id
      left join kernel.units u on u.id = c.holder_unit_id
     where o.account_id = ${accountId}
     order by c.is_open desc, c.registered_at desc, c.id desc limit 200`.execute(tx);
  return rows;
}

/** How a case became this resident's. @throws Refusal 404: whose it is not learns not even that it is there. */
export async function getWay(tx: Transaction, actor: Actor, caseId: string): Promise<Way> {
  const { accountId } = accountOf(actor);
  const { rows } = await sql<{ way: Way }>`
    select way from kernel.case_accounts where account_id = ${accountId} and case_id = ${caseId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw notFound('cabinet:refusals.notYours');
  return row.way;
}

/** Harmless when repeated; a case that the person filed stays filed. */
export async function attachToAccount(deed: Deed, caseId: string): Promise<void> {
  const { accountId } = accountOf(deed.actor);
  await sql`
    insert into kernel.case_accounts (account_id, case_id, way, tied_at)
    values (${accountId}, ${caseId}, 'attached', ${deed.now}) on conflict do nothing`.execute(deed.tx);
  deed.about({ kind: 'case', id: caseId });
}

export async function tieVisit(deed: Deed, code: string): Promise<void> {
  const { accountId } = accountOf(deed.actor);
  await sql`
    insert into cabinet.account_visits (account_id, code, tied_at)
    values (${accountId}, ${code}, ${deed.now}) on conflict do nothing`.execute(deed.tx);
}

export async function findVisitCodes(tx: Transaction, accountId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from cabinet.account_visits where account_id = ${accountId}
     order by tied_at desc limit 20`.execute(tx);
  return rows.map(({ code }) => code);
}

export interface OwnLetter {
  readonly id: string;
  readonly at: Date;
  readonly subject: string;
  readonly text: string;
  readonly sent: boolean;
  readonly to: string;
}

/** Letters about one's cases that went to the applicant or to the account's own address; not those to others. */
export async function findLetters(tx: Transaction, accountId: string): Promise<readonly OwnLetter[]> {
  const { rows } = await sql<OwnLetter>`
    select l.id, l.created_at as at, l.subject, l.body_text as text, l.sent_at is not null as sent,
           l.to_address as "to"
      from kernel.case_accounts o
      join kernel.cases c on c.id = o.case_id
      join kernel.letters l on l.about->>'id' = c.id::text and l.about->>'kind' = 'case'
      join kernel.accounts a on a.id = o.account_id
      left join kernel.applicants p on p.id = c.applicant_id
     where o.account_id = ${accountId} and l.to_address in (a.email, p.email)
     order by l.created_at desc limit 100`.execute(tx);
  return rows;
}

/** Names and sizes of files, by their ids. */
export async function findFileNames(
  tx: Transaction,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string; readonly size: number }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; name: string; size: number }>`
    select id, name, size from kernel.files where id = any(${ids}::uuid[])`.execute(tx);
  return rows;
}
