import { sql } from 'kysely';
import type { Deed } from '../../actions/define.ts';
import { Refusal } from '../../actions/refusal.ts';

/** The letter became a case: its papers are the case's now. Refuses (409) where somebody was quicker. */
export async function registerLetter(deed: Deed, letterId: string, caseId: string): Promise<void> {
  await settle(deed, letterId, { state: 'registered', caseId, reason: null });
  await sql`
    update kernel.files set case_id = ${caseId}
     where id in (select file_id from kernel.incoming_attachments where letter_id = ${letterId}
                  union all select source_file_id from kernel.incoming_letters where id = ${letterId})`.execute(
    deed.tx,
  );
}

/** The letter is nothing to register. Refuses (409) where somebody was quicker. */
export function dismissLetter(deed: Deed, letterId: string, reason: string): Promise<void> {
  return settle(deed, letterId, { state: 'dismissed', caseId: null, reason });
}

/** Takes a dismissal back. */
export async function restoreLetter(deed: Deed, letterId: string): Promise<void> {
  const { numAffectedRows } = await sql`
    update kernel.incoming_letters set state = 'new', dismissed_reason = null, settled_at = null, settled_by = null
     where id = ${letterId} and state = 'dismissed'`.execute(deed.tx);
  if (numAffectedRows !== 1n) throw new Refusal('letters:refusals.letterSettled', {}, 409);
}

async function settle(
  { tx, actor, now }: Deed,
  letterId: string,
  to: { state: 'registered' | 'dismissed'; caseId: string | null; reason: string | null },
): Promise<void> {
  const { numAffectedRows } = await sql`
    update kernel.incoming_letters set state = ${to.state}, case_id = ${to.caseId}, dismissed_reason = ${to.reason},
           settled_at = ${now}, settled_by = ${actor.staffId}
     where id = ${letterId} and state = 'new'`.execute(tx);
  if (numAffectedRows !== 1n) throw new Refusal('letters:refusals.letterSettled', {}, 409);
}
