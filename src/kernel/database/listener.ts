import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';

type Handler = (payload: string) => void;

interface Listening {
  readonly handler: Handler;
  readonly onGap: (() => void) | undefined;
}

/** One connection that listens to PostgreSQL's NOTIFY and comes back by itself when it breaks. */
export class Listener {
  readonly #config: pg.ClientConfig;
  readonly #channels = new Map<string, Set<Listening>>();
  #client: pg.Client | undefined;
  #connecting: Promise<pg.Client> | undefined;
  #closed = false;

  constructor(config: pg.ClientConfig) {
    this.#config = config;
  }

  /**
   * Calls `handler` with each payload; `onGap` after a broken connection came back, for what was
   * said meanwhile is lost. Resolves when the server listens; the answer stops it.
   */
  async listen(channel: string, handler: Handler, onGap?: () => void): Promise<() => Promise<void>> {
    const listening: Listening = { handler, onGap };
    const others = this.#channels.get(channel);
    if (others === undefined) {
      this.#channels.set(channel, new Set([listening]));
      await (await this.connect()).query(`listen ${pg.escapeIdentifier(channel)}`);
    } else {
      others.add(listening);
      await this.connect();
    }
    return () => this.#unlisten(channel, listening);
  }

  async #unlisten(channel: string, listening: Listening): Promise<void> {
    const others = this.#channels.get(channel);
    others?.delete(listening);
    if (others?.size === 0) {
      this.#channels.delete(channel);
      await this.#client?.query(`unlisten ${pg.escapeIdentifier(channel)}`).catch(() => undefined);
    }
  }

  connect(): Promise<pg.Client> {
    if (this.#client !== undefined) {
      return Promise.resolve(this.#client);
    }
    this.#connecting ??= this.#connectUntilDone().finally(() => {
      this.#connecting = undefined;
    });
    return this.#connecting;
  }

  async #connectUntilDone(): Promise<pg.Client> {
    for (let pause = 50; ; pause = Math.min(pause * 2, 1_000)) {
      if (this.#closed) {
        throw new Error('The listener is closed.');
      }
      try {
        return await this.#connectOnce();
      } catch {
        await delay(pause);
      }
    }
  }

  async #connectOnce(): Promise<pg.Client> {
    const client = new pg.Client(this.#config);
    client.on('notification', ({ channel, payload }) => {
      this.#channels.get(channel)?.forEach(({ handler }) => handler(payload ?? ''));
    });
    client.on('error', () => undefined);
    await client.connect();
    for (const channel of this.#channels.keys()) {
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    }
    client.once('end', () => void this.#comeBack());
    this.#client = client;
    return client;
  }

  async #comeBack(): Promise<void> {
    this.#client = undefined;
    if (this.#closed) {
      return;
    }
    await this.connect().catch(() => undefined);
    for (const listenings of this.#channels.values()) {
      listenings.forEach(({ onGap }) => onGap?.());
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#channels.clear();
    await this.#connecting?.catch(() => undefined);
    await this.#client?.end().catch(() => undefined);
  }
}
