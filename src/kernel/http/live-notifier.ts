import type { CityDatabase } from '../database/open-database.ts';

/** A NOTIFY in every commit would serialise the commits (DESIGN §8), so changes are gathered. */
const GATHER_MS = 15;

/** Tells all processes that what stands under `key` of a live channel has changed. */
export class LiveNotifier {
  readonly #connections: CityDatabase;
  readonly #waiting = new Map<string, { channel: string; key: string }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(connections: CityDatabase) {
    this.#connections = connections;
  }

  changed(channel: string, key: string): void {
    this.#waiting.set(`${channel} ${key}`, { channel, key });
    this.#timer ??= setTimeout(() => void this.#send(), GATHER_MS);
  }

  async #send(): Promise<void> {
    this.#timer = undefined;
    const notices = [...this.#waiting.values()];
    this.#waiting.clear();
    // A notice lost with the database is made good by the boards' own slow reading.
    await Promise.allSettled(notices.map(({ channel, key }) => this.#connections.notify(channel, key)));
  }
}

let notifier: LiveNotifier | undefined;

/** Set once by `main`; without it (tests, commands) changes are told to nobody. */
export function useLiveNotifier(connections: CityDatabase): void {
  notifier = new LiveNotifier(connections);
}

export function notifyLive(channel: string, key: string): void {
  notifier?.changed(channel, key);
}
