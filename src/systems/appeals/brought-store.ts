import { sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';
import { loadClassifier } from './classifier.ts';
import type { JournalRow, KnownJournal } from './past-journal.ts';

/** What a file of a past journal is judged by. */
export async function readKnownJournal(
  tx: Transaction,
  source: string,
  rows: readonly JournalRow[],
  today: string,
): Promise<KnownJournal> {
  const { rows: brought } = await sql<{ number: string }>`
    select number from appeals.brought
    where source = ${source} and number = any(${rows.map(({ number }) => number)}::text[])`.execute(tx);
  return {
    classifier: await loadClassifier(tx),
    numbers: new Set(brought.map(({ number }) => number)),
    today,
  };
}

/** @throws Refusal where another brought one of them at the same moment. */
export async function insertBrought(
  tx: Transaction,
  source: string,
  brought: readonly { readonly number: string; readonly caseId: string }[],
): Promise<void> {
  const numbers = brought.map(({ number }) => number);
  const caseIds = brought.map(({ caseId }) => caseId);
  const inserting = sql`
    insert into appeals.brought (source, number, case_id)
    select ${source}, number, case_id from unnest(${numbers}::text[], ${caseIds}::uuid[]) as b (number, case_id)
    order by number`.execute(tx);
  await whenBroken(inserting, { brought_pkey: 'appeals:refusals.broughtMeanwhile' });
}
