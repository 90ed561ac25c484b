import type { Deed } from '../../kernel/actions/define.ts';
import type { LiveFeed } from '../../kernel/http/live-feed.ts';
import { notifyLive } from '../../kernel/http/live-notifier.ts';
import { readWallboard } from './wallboard.ts';

const CHANNEL = 'hotline_line';
/** The city has one line. */
const LINE = 'main';

/** The wallboard and the operators' screens listen here. */
export const hotlineFeed: LiveFeed = {
  path: '/live/hotline/:line',
  channel: CHANNEL,
  read: async (database, line, now) => {
    if (line !== LINE) return null;
    const { rings, ...board } = await readWallboard(database, now);
    // Anyone may listen: of a ringing call only that it rings, never the telephone.
    return { ...board, rings: rings.map(({ key, answered }) => ({ key, answered })) };
  },
};

/** Tells the screens after the commit; the past that is imported stays off them. */
export function hotlineChanged(deed: Deed): void {
  if (!deed.imported) deed.afterCommit(() => notifyLive(CHANNEL, LINE));
}
