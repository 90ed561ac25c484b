import type { Asking } from '../../kernel/actions/define.ts';
import { readDueReasons, type WaitingCase, type WorkAsk } from './work-store.ts';
import { viewWork, type WorkLine } from './work-view.ts';

/** Waiting cases as their reader may see them; the look is journalled. */
export async function viewCases(
  { tx, actor, looked }: Asking,
  { works, worker }: WorkAsk,
  cases: readonly WaitingCase[],
): Promise<readonly WorkLine[]> {
  const ids = cases.map(({ id }) => id);
  for (const id of ids) looked({ kind: 'case', id });
  const reasons = await readDueReasons(tx, ids);
  const byKind = new Map(works.map((work) => [work.kind.name, work]));
  return cases.flatMap((line) => {
    const work = byKind.get(line.kind);
    const more = { today: worker.today, why: reasons.get(line.id) };
    return work === undefined ? [] : [viewWork(line, work, actor, more)];
  });
}
