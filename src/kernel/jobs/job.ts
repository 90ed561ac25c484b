import type { Database } from '../database/database.ts';

/** Work that runs by itself, once among all processes. */
export interface Job {
  /** `<system>.<verb-noun>` */
  readonly name: string;
  readonly everySeconds: number;
  run(context: {
    readonly database: Database;
    readonly now: Date;
    /** Where the city keeps its files, for jobs that exchange files with others; none in a test without them. */
    readonly dataDir?: string;
  }): Promise<void>;
}
