import type { Deed } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { forgetCatalogue } from '../catalogue.ts';
import { type DraftPlan, planDrafts } from '../plan-drafts.ts';
import type { ServiceDraft } from '../service-draft.ts';
import { moveEdition } from '../service-store.ts';
import { readKnownCatalogue, type WrittenVersion, writePlans } from '../version-store.ts';

/** Judges the drafts under the catalogue's lock and, unless it is a dry run, writes all of them or none. */
export async function writeDrafts(
  deed: Deed,
  drafts: readonly ServiceDraft[],
  { dryRun, confirmed }: { readonly dryRun: boolean; readonly confirmed: boolean },
): Promise<{ readonly plans: readonly DraftPlan[]; readonly written: readonly WrittenVersion[] }> {
  if (!dryRun) await moveEdition(deed.tx);
  const plans = planDrafts(drafts, await readKnownCatalogue(deed.tx, kyivDate(deed.now)));
  if (dryRun) return { plans, written: [] };
  refuseBad(plans);
  if (!confirmed) refuseUnconfirmed(plans);
  const written = await writePlans(deed.tx, plans);
  for (const { versionId } of written) deed.about({ kind: 'service-version', id: versionId });
  deed.afterCommit(forgetCatalogue);
  return { plans, written };
}

/** A contradiction that the law may allow is published only by somebody who has read it. */
function refuseUnconfirmed(plans: readonly DraftPlan[]): void {
  const doubtful = plans.filter(({ contradictions }) => contradictions.length > 0);
  const [first] = doubtful;
  if (first === undefined) return;
  throw new Refusal(
    'service-catalogue:refusals.unconfirmed',
    { count: doubtful.length, code: first.draft.code },
    409,
  );
}

function refuseBad(plans: readonly DraftPlan[]): void {
  const bad = plans.filter(({ problems }) => problems.length > 0);
  const [first] = bad;
  if (first === undefined) return;
  throw new Refusal(
    'service-catalogue:refusals.badDrafts',
    { count: bad.length, code: first.draft.code },
    422,
  );
}
