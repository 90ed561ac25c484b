import type { Database, Transaction } from './database.ts';

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

/**
 * Answers about reference data by their key, each kept in the process for two seconds, for each database
 * apart (a test has several). `undefined` is not kept: what is missing is looked for again.
 */
export function rememberByKey<Value>(): {
  find(
    tx: Transaction | Database,
    key: string,
    read: () => Promise<Value | undefined>,
  ): Promise<Value | undefined>;
  forget(): void;
} {
  let kept = new WeakMap<object, Map<string, { readonly value: Value; readonly readAt: number }>>();
  return {
    async find(tx, key, read) {
      const { adapter } = tx.getExecutor();
      const answers = kept.get(adapter) ?? new Map();
      kept.set(adapter, answers);
      const found = answers.get(key);
      if (found !== undefined && performance.now() - found.readAt < FRESH_MS) return found.value;
      const value = await read();
      if (value === undefined) answers.delete(key);
      else answers.set(key, { value, readAt: performance.now() });
      return value;
    },
    forget() {
      kept = new WeakMap();
    },
  };
}
