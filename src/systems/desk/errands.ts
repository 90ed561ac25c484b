import type { Asking } from '../../kernel/actions/define.ts';
import { isAllowed } from '../../kernel/actions/permission.ts';
import type { Worker } from '../../kernel/cases/index.ts';
import { readPageKey } from '../../kernel/cases/page-key.ts';
import { viewErrand, type WorkLine } from './work-view.ts';

/** More than a person can do in a day; the rest come when these are done. */
const MOST = 200;

/** What this person has to do beside the cases, all of it. */
export async function readErrands(
  { tx, actor, house }: Asking,
  worker: Worker,
): Promise<readonly WorkLine[]> {
  const lines: WorkLine[] = [];
  for (const kind of house.errands()) {
    if (!isAllowed(kind.may, actor)) continue;
    const found = await kind.find(tx, worker, MOST);
    lines.push(...found.map((errand) => viewErrand(errand, kind, worker.today)));
  }
  return lines.toSorted(byDue);
}

/**
 * One page of cases with the errands that fall between its ends: after the page before, and, while there
 * are further cases, not past the last of these.
 */
export function mergeErrands(
  cases: readonly WorkLine[],
  errands: readonly WorkLine[],
  { after, more }: { readonly after: string | undefined; readonly more: boolean },
): readonly WorkLine[] {
  const from = after === undefined ? null : readPageKey(after);
  const last = more ? cases.at(-1) : undefined;
  const between = errands.filter(
    (line) =>
      (from === null || compare([dueOf(line), line.id], [from.value, from.id]) > 0) &&
      (last === undefined || byDue(line, last) < 0),
  );
  return [...cases, ...between].toSorted(byDue);
}

export function dueOf({ dueOn }: Pick<WorkLine, 'dueOn'>): string {
  return dueOn ?? 'infinity';
}

function byDue(a: WorkLine, b: WorkLine): number {
  return compare([dueOf(a), a.id], [dueOf(b), b.id]);
}

/** As the database compares them: dates are written so that letters sort them, and `infinity` is the last. */
function compare(a: readonly [string, string], b: readonly [string, string]): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  if (a[1] === b[1]) return 0;
  return a[1] < b[1] ? -1 : 1;
}
