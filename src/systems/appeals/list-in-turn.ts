import { type RawBuilder, sql } from 'kysely';
import { type CaseFilter, type CasePage, listCases } from '../../kernel/cases/index.ts';
import type { Transaction } from '../../kernel/database/database.ts';

/** Begins the key of a page that is past the priority ones. */
const OTHERS = 'others:';

/**
 * A page of a list in the order of terms: authors with privileges are heard first (Law 393/96-ВР art. 20),
 * so theirs stand before all others. Any other order is left as it is.
 */
export async function listInTurn(
  tx: Transaction,
  filter: CaseFilter,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<CasePage> {
  if (filter.order !== 'due' || filter.words !== undefined) return listCases(tx, filter, { after, limit });
  const key = after?.startsWith(OTHERS) ? after.slice(OTHERS.length) : undefined;
  if (key !== undefined) return listOthers(tx, filter, key === '' ? undefined : key, limit);
  const first = await listCases(tx, only(filter, sql`exists (${priorityOf})`), { after, limit });
  if (first.next !== null) return first;
  const left = limit - first.cases.length;
  if (left === 0) return { cases: first.cases, next: OTHERS };
  const others = await listOthers(tx, filter, undefined, left);
  return { cases: [...first.cases, ...others.cases], next: others.next };
}

const priorityOf = sql`select from appeals.appeals a where a.case_id = c.id and a.priority`;

async function listOthers(
  tx: Transaction,
  filter: CaseFilter,
  after: string | undefined,
  limit: number,
): Promise<CasePage> {
  const page = await listCases(tx, only(filter, sql`not exists (${priorityOf})`), { after, limit });
  return { cases: page.cases, next: page.next === null ? null : `${OTHERS}${page.next}` };
}

function only(filter: CaseFilter, condition: RawBuilder<unknown>): CaseFilter {
  return { ...filter, more: [...(filter.more ?? []), condition] };
}
