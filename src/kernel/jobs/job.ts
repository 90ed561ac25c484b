import type { Database } from '../database/database.ts';

/** Work that runs by itself, once among all processes. */
export interface Job {
  /** `<system>.<verb-noun>` */
  readonly name: string;
  readonly everySeconds: number;
  run(context: { readonly database: Database; readonly now: Date }): Promise<void>;
}
