import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { notFound } from '../actions/refusal.ts';
import type { City } from '../city.ts';
import type { LiveFeed } from './live-feed.ts';

/** A board that lost its notice (a database restart) is at most this much behind. */
const SLOW_READ_MS = 5_000;

/** Everyone who listens to one key of a feed; one reading and one string serve them all. */
class Audience {
  readonly #listeners = new Set<ServerResponse>();
  #last = '';
  #reading: Promise<void> | undefined;
  #again = false;
  readonly #read: () => Promise<unknown>;

  constructor(read: () => Promise<unknown>) {
    this.#read = read;
  }

  get isEmpty(): boolean {
    return this.#listeners.size === 0;
  }

  add(listener: ServerResponse): void {
    this.#listeners.add(listener);
    if (this.#last !== '') listener.write(this.#last);
  }

  remove(listener: ServerResponse): void {
    this.#listeners.delete(listener);
  }

  /** Reads once more; calls that come while reading make one reading after it. */
  refresh(): Promise<void> {
    if (this.#reading !== undefined) {
      this.#again = true;
      return this.#reading;
    }
    this.#reading = this.#send().finally(() => {
      this.#reading = undefined;
      if (!this.#again) return;
      this.#again = false;
      void this.refresh();
    });
    return this.#reading;
  }

  async #send(): Promise<void> {
    const message = `data: ${JSON.stringify(await this.#read())}\n\n`;
    if (message === this.#last) return;
    this.#last = message;
    for (const listener of this.#listeners) listener.write(message);
  }

  beat(): void {
    for (const listener of this.#listeners) listener.write(': \n\n');
  }

  end(): void {
    for (const listener of this.#listeners) listener.end();
  }
}

/** Mounts the live boards of all systems; returns what ends them at shutdown. */
export async function liveRoutes(app: FastifyInstance, city: City): Promise<() => Promise<void>> {
  const feeds = city.systems.flatMap((system) => system.liveFeeds);
  const ends = await Promise.all(feeds.map((feed) => mountFeed(app, city, feed)));
  return async () => {
    await Promise.all(ends.map((end) => end()));
  };
}

async function mountFeed(app: FastifyInstance, city: City, feed: LiveFeed): Promise<() => Promise<void>> {
  const audiences = new Map<string, Audience>();
  const refresh = (audience: Audience | undefined) =>
    audience
      ?.refresh()
      .catch((err: unknown) => city.log.warn({ err, feed: feed.path }, 'live reading failed'));
  const unlisten = await city.connections.listen(feed.channel, (key) => void refresh(audiences.get(key)));
  const slow = setInterval(() => {
    for (const [key, audience] of audiences) {
      if (audience.isEmpty) audiences.delete(key);
      audience.beat();
      void refresh(audience);
    }
  }, SLOW_READ_MS);
  const parameter = feed.path.split(':')[1] ?? '';
  app.get(feed.path, { config: { rateLimit: false } }, async (request, reply) => {
    const params = request.params as Record<string, string>;
    const key = params[parameter] ?? '';
    const { database } = city.connections;
    if ((await feed.read(database, key, city.clock.now())) === null) throw notFound('http:faults.noSuchPage');
    const audience = audiences.get(key) ?? new Audience(() => feed.read(database, key, city.clock.now()));
    audiences.set(key, audience);
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    reply.raw.write('retry: 1000\n\n');
    reply.raw.on('close', () => audience.remove(reply.raw));
    audience.add(reply.raw);
    void refresh(audience);
  });
  return async () => {
    clearInterval(slow);
    for (const audience of audiences.values()) audience.end();
    await unlisten();
  };
}
