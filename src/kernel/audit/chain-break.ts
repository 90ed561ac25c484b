export type Break =
  /** The row is not the one that was linked: changed, or swapped with another. */
  | 'changed'
  /** The row was linked and is gone. */
  | 'missing'
  /** The chain itself lacks a place. */
  | 'link-missing'
  /** The chain ends before a head that was sealed or published. */
  | 'cut'
  /** The chain was rebuilt: it gives another head than was sealed or published. */
  | 'other-head'
  /** A head whose signature is not the city's, or which is unreadable or out of order. */
  | 'forged-head'
  /** A row stands behind the chain's end but in no place of it. */
  | 'inserted';

export interface Broken {
  readonly whole: false;
  readonly problem: Break;
  /** Place in the chain, from 1; null where the row has none. */
  readonly position: number | null;
  readonly journalId: number | null;
  readonly batch: number | null;
}

/** Thrown where the verification finds the chain broken. */
export class Breakage extends Error {
  readonly broken: Broken;

  constructor(problem: Break, at: Partial<Omit<Broken, 'whole' | 'problem'>>) {
    super(problem);
    this.broken = { whole: false, problem, position: null, journalId: null, batch: null, ...at };
  }
}
