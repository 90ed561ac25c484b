import type { FastifyInstance } from 'fastify';
import type { AnyAction, AnyQuery, Title } from './actions/define.ts';
import type { Actor, Role } from './actions/actor.ts';
import type { CaseKind } from './cases/case-kind.ts';
import type { CaseWork, ErrandKind } from './cases/case-work.ts';
import type { City } from './city.ts';
import type { Database, Transaction } from './database/database.ts';
import type { Figure } from './figures/figure.ts';
import type { StoredFile } from './files/files.ts';
import type { Job } from './jobs/job.ts';
import type { Page } from './page/define-page.ts';
import type { MenuGroup } from './page/menu.ts';
import type { LiveFeed } from './http/live-feed.ts';

/** A line of a menu; the order among all systems is by `order`. */
export interface MenuItem {
  /** The drawer it lies in; without one it stands on the menu itself. */
  readonly group?: MenuGroup;
  readonly menu: 'resident' | 'staff';
  readonly path: string;
  readonly label: string;
  readonly order: number;
  readonly may?: readonly Role[];
  /** The key that opens it from anywhere on the staff's desk, shown beside the words. */
  readonly hotkey?: string;
}

/** How long personal data stay, and by what right: every table with personal columns has one. */
export interface Retention {
  readonly table: string;
  readonly personalColumns: readonly string[];
  /** Months after the case or the visit ended; null = kept while the law keeps the register. */
  readonly months: number | null;
  /**
   * SQL of the moment from which the months run, of a row called `t`; the nightly job empties the
   * columns then. Left out where a job of the system's own erases.
   */
  readonly since?: string;
  readonly article: string;
}

export interface Seed {
  /** Lays down the reference data and, in demo mode, the lifelike city. Harmless when repeated. */
  run(database: Database, options: { readonly demo: boolean; readonly now: Date }): Promise<void>;
}

/** The manifest of a system: all that the kernel and the shells know of it. */
export interface System {
  readonly name: string;
  readonly title: Title;
  /** Absolute folder of the system (`import.meta.dirname`): migrations/ and messages/ are found in it. */
  readonly folder: string;
  readonly actions: readonly AnyAction[];
  readonly queries: readonly AnyQuery[];
  readonly pages: readonly Page[];
  /** A standard's own interface whose paths and errors are not ours to choose (Open311). */
  readonly routes: readonly ((app: FastifyInstance, city: City) => void)[];
  readonly menu: readonly MenuItem[];
  readonly figures: readonly Figure[];
  readonly caseKinds: readonly CaseKind[];
  /** How cases of its kinds stand in people's work and in the control of terms: the desk asks no more of it. */
  readonly work: readonly CaseWork[];
  /** What people have to do beside the cases. */
  readonly errands: readonly ErrandKind[];
  readonly jobs: readonly Job[];
  readonly liveFeeds: readonly LiveFeed[];
  readonly retention: readonly Retention[];
  /** Whether a file is open to this person beside the kernel's own rule: the result of their own application. */
  mayOpenFile?(tx: Transaction, actor: Actor, file: StoredFile): Promise<boolean>;
  readonly seed?: Seed;
}

const EMPTY = {
  actions: [],
  queries: [],
  pages: [],
  routes: [],
  menu: [],
  figures: [],
  caseKinds: [],
  work: [],
  errands: [],
  jobs: [],
  liveFeeds: [],
  retention: [],
} as const;

/** Rooms that a system does not have may be left out. */
export function defineSystem(system: Pick<System, 'name' | 'title' | 'folder'> & Partial<System>): System {
  return { ...EMPTY, ...system };
}
