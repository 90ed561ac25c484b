import type { Deed } from '../actions/define.ts';
import { Refusal } from '../actions/refusal.ts';

/**
 * The moment an event is written under. The past may be told late, but never in the future and
 * never before the event that stands last on the timeline. A live deed that waited for a lock may
 * carry a moment a little before its neighbour's; it happened after it, so it takes that moment.
 * @throws Refusal for an imported event out of order.
 */
export function momentOf(
  deed: Pick<Deed, 'now' | 'recordedAt' | 'imported'>,
  lastEventAt: Date | null,
): Date {
  if (deed.now > deed.recordedAt) throw new Refusal('cases:refusals.inFuture', {}, 422);
  if (lastEventAt === null || deed.now >= lastEventAt) return deed.now;
  if (deed.imported) throw new Refusal('cases:refusals.beforeLastEvent', {}, 422);
  return lastEventAt;
}
