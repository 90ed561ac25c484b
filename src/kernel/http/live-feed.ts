import type { Database } from '../database/database.ts';

/** A stream of server-sent events at `path`; one reading serves all who listen to one key. */
export interface LiveFeed {
  /** Fastify path with one parameter: `/live/hall/:hall`. */
  readonly path: string;
  /** PostgreSQL NOTIFY channel whose payload is the key (the hall) that changed. */
  readonly channel: string;
  /** What the listeners are sent, as JSON; null = no such key (404). */
  read(database: Database, key: string, now: Date): Promise<unknown>;
}
