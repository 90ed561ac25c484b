import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { KeyedDeed } from './planned-deed.ts';
import { Turns } from './turns.ts';

/** As many as the server takes in one request. */
export const BATCH_LIMIT = 500;
/** More would only make the server hold more. */
const REQUESTS_AT_ONCE = 4;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** So long a restart may last. */
const PATIENCE_MS = 10 * 60_000;
/** A fault of the server that does not pass (500) is not waited out. */
const FAULTS = 5;
const ANSWER_WITHIN_MS = 120_000;

/** A sentence of `replay/messages` for the person at the terminal. */
export class ReplayProblem extends Error {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(key: string, params: Readonly<Record<string, string | number>> = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}

export interface Entry {
  readonly key: string;
  readonly status: number;
  readonly output?: unknown;
  readonly problem?: { readonly title?: string; readonly detail?: string };
}

/** The server's HTTP API: the only door a replay uses. */
export class Api {
  private readonly turns = new Turns(REQUESTS_AT_ONCE);
  readonly url: string;
  private readonly token: string;
  private readonly onWaiting: () => void;

  constructor(url: string, token: string, onWaiting: () => void = () => undefined) {
    this.url = url.replace(/\/+$/, '');
    this.token = token;
    this.onWaiting = onWaiting;
  }

  /** @throws ReplayProblem where nobody answers or the server refuses. */
  async get<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
    const headers = { authorization: `Bearer ${this.token}`, accept: 'application/json' };
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const response = await fetch(this.url + path, { headers, signal }).catch(() => {
      throw new ReplayProblem('noServer', { url: this.url });
    });
    const body: unknown = await response.json().catch(() => null);
    if (!response.ok)
      throw new ReplayProblem('refusedAsk', { path, sentence: sentenceOf(body, response.status) });
    return schema.parse(body);
  }

  /**
   * Sends a batch until the server has answered it. Repeating is harmless, for every deed has its key:
   * what was done before a crash is answered again and not done twice.
   */
  async send(deeds: readonly KeyedDeed[]): Promise<readonly Entry[]> {
    const body = JSON.stringify({ actions: deeds.map(entryOf) });
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' };
    const started = performance.now();
    let faults = 0;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
      const answer = await this.turns.take(() => this.try(body, headers));
      if (typeof answer === 'object') return answer;
      if (answer === 'fault' && ++faults >= FAULTS)
        throw new ReplayProblem('refusedAsk', { path: '/api/actions', sentence: '500' });
      const waited = performance.now() - started;
      if (waited > PATIENCE_MS) throw new ReplayProblem('gone', { minutes: Math.round(waited / 60_000) });
      if (pause > FIRST_PAUSE_MS) this.onWaiting();
      await sleep(pause);
    }
  }

  /** `away`: nobody answers, or not now. */
  private async try(
    body: string,
    headers: Record<string, string>,
  ): Promise<readonly Entry[] | 'away' | 'fault'> {
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
      const response = await fetch(`${this.url}/api/actions`, { method: 'POST', headers, body, signal });
      if (response.status >= 500 || response.status === 429) {
        await response.body?.cancel();
        return response.status === 500 ? 'fault' : 'away';
      }
      const answer: unknown = await response.json();
      if (response.ok) return results(answer);
      throw new ReplayProblem('refusedAsk', {
        path: '/api/actions',
        sentence: sentenceOf(answer, response.status),
      });
    } catch (error) {
      if (error instanceof ReplayProblem) throw error;
      return 'away';
    }
  }
}

// Not parsed by a schema: a million answers of our own server are only looked at for their status.
function results(answer: unknown): readonly Entry[] {
  if (typeof answer === 'object' && answer !== null && 'results' in answer && Array.isArray(answer.results))
    return answer.results;
  throw new ReplayProblem('refusedAsk', { path: '/api/actions', sentence: 'results?' });
}

function entryOf({ key, action, at, by, input }: KeyedDeed) {
  return {
    action,
    key,
    occurred_at: new Date(at).toISOString(),
    ...(by === undefined ? {} : { on_behalf_of: by }),
    input,
  };
}

const problem = z.object({ title: z.string().optional(), detail: z.string().optional() });

/** What the server says to a person in its problem (RFC 9457). */
export function sentenceOf(body: unknown, status: number): string {
  const { data } = problem.safeParse(body);
  return (
    [data?.title, data?.detail].filter((text) => text !== undefined && text !== '').join(' ') || `${status}`
  );
}
