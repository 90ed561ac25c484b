import { LRUCache } from 'lru-cache';

interface Kept {
  readonly answer: CachedAnswer;
  readonly freshUntil: number;
}

export interface CachedAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

/** How long a stale page may still be shown while a fresh one is made, in milliseconds. */
const STALE_MS = 60_000;

/**
 * Public pages for a few seconds, by address and reading preferences. A stale page is answered at
 * once while one request makes it afresh, so a rush of visitors costs one rendering.
 */
export class MicroCache {
  readonly #kept = new LRUCache<string, Kept>({
    max: 2_000,
    ttl: STALE_MS * 2,
    maxSize: 32e6,
    sizeCalculation: (kept) => kept.answer.body.length + 100,
  });
  readonly #making = new Map<string, Promise<CachedAnswer | undefined>>();

  /** `make` returns undefined where the page must not be kept (a form's key, a notice, a redirect). */
  async get(
    key: string,
    seconds: number,
    nowMs: number,
    make: () => Promise<CachedAnswer | undefined>,
  ): Promise<CachedAnswer | undefined> {
    const kept = this.#kept.get(key);
    if (kept !== undefined && nowMs < kept.freshUntil) return kept.answer;
    const making = this.#making.get(key) ?? this.#make(key, seconds, nowMs, make);
    if (kept !== undefined && nowMs < kept.freshUntil + STALE_MS) {
      making.catch(() => undefined);
      return kept.answer;
    }
    return making;
  }

  #make(
    key: string,
    seconds: number,
    nowMs: number,
    make: () => Promise<CachedAnswer | undefined>,
  ): Promise<CachedAnswer | undefined> {
    const making = make()
      .then((answer) => {
        if (answer !== undefined) this.#kept.set(key, { answer, freshUntil: nowMs + seconds * 1000 });
        return answer;
      })
      .finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }
}
