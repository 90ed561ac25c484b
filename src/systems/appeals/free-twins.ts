import type { Deed } from '../../kernel/actions/define.ts';
import { findLinks, unlinkCases } from '../../kernel/cases/index.ts';
import { advanceAppeal } from './appeal-store.ts';
import { findHouseUnit, heldBy } from './house-units.ts';

/** A twin goes on by itself, from the leadership's table. */
export async function freeTwin(deed: Deed, caseId: string, otherId: string) {
  const leadership = await findHouseUnit(deed.tx, 'leadership');
  const done = await advanceAppeal(deed, caseId, (found) => ({
    event: 'unlinked',
    ...(found.state === 'joined'
      ? {
          to: 'registered',
          executorId: null,
          holder: heldBy(leadership),
          ...(leadership === null ? {} : { unitId: leadership }),
        }
      : {}),
    data: { otherId },
  }));
  const wasLinked = await unlinkCases(deed, { caseId, otherId, kind: 'twin' });
  return { done, wasLinked };
}

/** The main appeal ended without an answer to copy: nobody who joined it may be forgotten. Under its lock. */
export async function freeTwins(deed: Deed, mainId: string): Promise<void> {
  if (deed.imported) return;
  const links = await findLinks(deed.tx, mainId);
  for (const { kind, outgoing, isOpen, caseId } of links) {
    if (kind === 'twin' && !outgoing && isOpen) await freeTwin(deed, caseId, mainId);
  }
}
