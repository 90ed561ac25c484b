import { askCentre, isRecord } from './ask-centre.ts';
import { unseal } from './van-key.ts';
import type { EntryState, StoredEntry, VanStore } from './van-store.ts';

export interface Merged {
  readonly registered: number;
  readonly conflicts: number;
  /** Why it stopped before the end; null = everything is told. */
  readonly stopped: 'signIn' | 'away' | null;
  /** The Centre's own sentence about what it would not take at all. */
  readonly said: string | null;
}

interface End {
  readonly state: EntryState;
  readonly said: string | null;
}

/**
 * Brings what waits, one after another, in the order of the numbers. Each has a key of its own: where the
 * line breaks in the middle, the same is sent again and the Centre answers what it answered before.
 */
export async function mergeEntries(store: VanStore, key: CryptoKey): Promise<Merged> {
  const done = { registered: 0, conflicts: 0, said: null as string | null };
  for (const entry of await store.entries()) {
    if (entry.state !== 'waiting' || entry.sealed === null) continue;
    const answer = await bring(entry, await unseal(key, entry.sealed));
    if (answer.kind === 'refused') {
      done.said = answer.said;
      continue;
    }
    if (answer.kind !== 'told') return { ...done, stopped: answer.kind };
    await store.settle(entry.key, answer.value.state, answer.value.said);
    if (answer.value.state === 'registered') done.registered += 1;
    else done.conflicts += 1;
  }
  return { ...done, stopped: null };
}

function bring(entry: StoredEntry, words: unknown) {
  const { key, leaseId, year, seq, occurredAt } = entry;
  const brought = JSON.stringify({ key, leaseId, year, seq, occurredAt, entry: words });
  return askCentre('/desk/van/merge', { brought }, key, readEnd);
}

function readEnd(value: unknown): End | undefined {
  if (!isRecord(value)) return undefined;
  const { state, said } = value;
  const words = typeof said === 'string' ? said : null;
  // A number that somebody declared void meanwhile is settled too.
  if (state === 'registered' || state === 'void') return { state: 'registered', said: words };
  return state === 'conflict' ? { state, said: words } : undefined;
}
