import type { Deed } from '../../kernel/actions/define.ts';
import { notifyLive } from '../../kernel/http/live-notifier.ts';

export const HALL_CHANNEL = 'queue_hall';

/**
 * Tells the boards after the commit. The past that is being imported stays off them. The kernel
 * gathers the notices: a NOTIFY in every commit would serialise the calls (DESIGN §8).
 */
export function hallChanged(deed: Deed, hall: string): void {
  if (!deed.imported) deed.afterCommit(() => notifyLive(HALL_CHANNEL, hall));
}
