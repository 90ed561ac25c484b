import type { KeyObject } from 'node:crypto';
import { Breakage } from './chain-break.ts';
import { type Head, isSignedBy } from './head.ts';

/** Walks heads in order beside the chain; each must follow the one before and bear the city's signature. */
export class HeadsInOrder {
  /** The head that the chain has not reached yet. */
  next: Head | undefined;
  /** The last head that the chain agreed with. */
  last: Head | undefined;
  count = 0;
  readonly #heads: AsyncIterator<Head | undefined>;
  readonly #key: KeyObject;

  constructor(heads: AsyncIterable<Head | undefined>, key: KeyObject) {
    this.#heads = heads[Symbol.asyncIterator]();
    this.#key = key;
  }

  /** Place of the last agreed row. */
  get end(): number {
    return this.last?.last ?? 0;
  }

  async advance(): Promise<void> {
    this.last = this.next;
    this.next = undefined;
    const step = await this.#heads.next();
    if (step.done === true) return;
    const head = step.value;
    const batch = (this.last?.batch ?? 0) + 1;
    const inOrder = head?.batch === batch && head.first === this.end + 1 && head.last >= head.first;
    if (head === undefined || !inOrder || !isSignedBy(head, this.#key)) {
      throw new Breakage('forged-head', { position: this.end + 1, batch });
    }
    this.next = head;
  }

  async compare(hash: Buffer, at: { readonly journalId: number }): Promise<void> {
    const head = this.next;
    if (head === undefined) return;
    // The chain is whole in itself, yet not the published one: some row of the batch was exchanged, the first is named.
    if (!head.head.equals(hash)) {
      const journalId = head.first === head.last ? at.journalId : null;
      throw new Breakage('other-head', { position: head.first, batch: head.batch, journalId });
    }
    this.count += 1;
    await this.advance();
  }
}
