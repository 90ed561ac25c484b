import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { lockConflict, settle } from '../arrival-store.ts';
import { readLease } from '../book-store.ts';
import { fileEntry } from '../file-entry.ts';
import { broughtEntry } from '../van-entry.ts';

/** A person decides about a conflict: the same application under the same number again, or the number is void. */
export const settleArrival = defineAction({
  name: 'mobile-office.settle-arrival',
  title: { uk: 'Вирішити розбіжність із мобільного офісу', en: 'Settle a conflict of the mobile office' },
  input: z.object({
    key: z.uuid(),
    decision: z.enum(['again', 'void']),
    /** Where the service was wrong or is in force no more. */
    serviceCode: z.string().max(20).optional(),
    note: z.string().trim().min(3, 'mobile-office:input.noteMissing').max(500),
  }),
  output: z.object({ state: z.enum(['registered', 'void']), caseId: z.uuid().nullable() }),
  may: ['administrator', 'head'],
  async run(deed, { key, decision, serviceCode, note }) {
    const arrival = await lockConflict(deed.tx, key);
    const done = { key, by: deed.actor.staffId, at: deed.now, note };
    deed.about({ kind: 'arrival', id: key });
    if (decision === 'void') {
      await settle(deed.tx, { ...done, state: 'void', caseId: null });
      return { state: 'void' as const, caseId: null };
    }
    if (arrival.twin) throw new Refusal('mobile-office:refusals.twin', { number: arrival.number });
    const entry = broughtEntry.parse(arrival.entry);
    const lease = await readLease(deed.tx, arrival.leaseId);
    const changed = serviceCode === undefined ? entry : { ...entry, serviceCode, answers: {} };
    const end = await fileEntry(deed, lease, arrival, changed);
    if (!('caseId' in end)) throw new Refusal(end.key, end.values, 422);
    await settle(deed.tx, { ...done, state: 'registered', caseId: end.caseId });
    return { state: 'registered' as const, caseId: end.caseId };
  },
});
