import type { LiveFeed } from '../../kernel/http/live-feed.ts';
import { HALL_CHANNEL } from './hall-live.ts';
import { findHallState } from './hall-state.ts';

/** Boards, phones and desks listen here; one reading serves them all. */
export const hallFeed: LiveFeed = {
  path: '/live/hall/:hall',
  channel: HALL_CHANNEL,
  async read(database, hall, now) {
    return (await findHallState(database, hall, now)) ?? null;
  },
};
