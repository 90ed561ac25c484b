import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Where an application of the van is on its way. */
export type EntryState = 'waiting' | 'registered' | 'conflict';

/** What lies on the disk of one application: its number in the open, its words only encrypted. */
export interface StoredEntry {
  readonly key: string;
  readonly leaseId: string;
  readonly bookNo: number;
  readonly year: number;
  readonly seq: number;
  readonly number: string;
  readonly occurredAt: string;
  readonly state: EntryState;
  /** Why the Centre could not register it. */
  readonly said: string | null;
  /** Gone as soon as the Centre has it. */
  readonly sealed: Sealed | null;
}

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** The permission of the day and the book; the key to the words is in it, sealed by the PIN. */
export interface StoredLease {
  readonly leaseId: string;
  readonly bookNo: number;
  readonly letters: string;
  readonly clerk: string;
  readonly givenAt: string;
  readonly validUntil: string;
  /** The last number that was given, by year. */
  readonly counters: Readonly<Record<string, number>>;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly sealedKey: Sealed;
}

interface VanSchema extends DBSchema {
  lease: { key: string; value: StoredLease };
  entries: { key: string; value: StoredEntry };
}

const CURRENT = 'current';
/** The browser says "done" only when it is on the disk: the paper is given out after that. */
const DURABLE = { durability: 'strict' } as const;

export class VanStore {
  readonly #database: IDBPDatabase<VanSchema>;

  private constructor(database: IDBPDatabase<VanSchema>) {
    this.#database = database;
  }

  static async open(): Promise<VanStore> {
    const database = await openDB<VanSchema>('van', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('lease');
        fresh.createObjectStore('entries', { keyPath: 'key' });
      },
    });
    return new VanStore(database);
  }

  lease(): Promise<StoredLease | undefined> {
    return this.#database.get('lease', CURRENT);
  }

  async keepLease(lease: StoredLease): Promise<void> {
    const work = this.#database.transaction('lease', 'readwrite', DURABLE);
    await work.store.put(lease, CURRENT);
    await work.done;
  }

  async entries(): Promise<readonly StoredEntry[]> {
    const all = await this.#database.getAll('entries');
    return all.toSorted((a, b) => a.bookNo - b.bookNo || a.year - b.year || a.seq - b.seq);
  }

  /** Number and application in one transaction: two windows of one laptop never give one number. */
  async add(
    entry: Pick<StoredEntry, 'key' | 'occurredAt' | 'sealed'>,
    year: number,
    nameOf: (lease: StoredLease, seq: number) => string,
  ): Promise<StoredEntry> {
    const work = this.#database.transaction(['lease', 'entries'], 'readwrite', DURABLE);
    const lease = await work.objectStore('lease').get(CURRENT);
    if (lease === undefined) throw new Error('no book');
    const seq = (lease.counters[year] ?? 0) + 1;
    const added: StoredEntry = {
      ...entry,
      leaseId: lease.leaseId,
      bookNo: lease.bookNo,
      year,
      seq,
      number: nameOf(lease, seq),
      state: 'waiting',
      said: null,
    };
    await work.objectStore('entries').add(added);
    await work.objectStore('lease').put({ ...lease, counters: { ...lease.counters, [year]: seq } }, CURRENT);
    await work.done;
    return added;
  }

  /** The Centre has it: number and end stay, the words go. */
  async settle(key: string, state: EntryState, said: string | null): Promise<void> {
    const work = this.#database.transaction('entries', 'readwrite', DURABLE);
    const entry = await work.store.get(key);
    if (entry !== undefined) await work.store.put({ ...entry, state, said, sealed: null });
    await work.done;
  }

  /** The end of the day: what the Centre has goes from the list, the book stays with this laptop. */
  async forgetSettled(): Promise<void> {
    const work = this.#database.transaction('entries', 'readwrite', DURABLE);
    for (const entry of await work.store.getAll()) {
      if (entry.state !== 'waiting') await work.store.delete(entry.key);
    }
    await work.done;
  }
}
