import type { Transaction } from './database.ts';

const FRESH_MS = 2_000;

export interface ReferenceCache<Value> {
  load(tx: Transaction): Promise<Value>;
  forget(): void;
}

/**
 * Reference data kept in the process for two seconds. While the database says the same, `load`
 * returns the same object, so that what is computed from it may be remembered with it.
 */
export function remember<Value>(read: (tx: Transaction) => Promise<Value>): ReferenceCache<Value> {
  let kept: { readonly value: Value; readonly text: string; readAt: number } | null = null;
  return {
    async load(tx) {
      if (kept !== null && performance.now() - kept.readAt < FRESH_MS) return kept.value;
      const value = await read(tx);
      const text = JSON.stringify(value);
      if (kept?.text === text) kept.readAt = performance.now();
      else kept = { value, text, readAt: performance.now() };
      return kept.value;
    },
    forget() {
      kept = null;
    },
  };
}
