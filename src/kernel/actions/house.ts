import { hashPersonal } from '../audit/redact.ts';
import type { CaseKind } from '../cases/case-kind.ts';
import type { CaseWork, ErrandKind } from '../cases/case-work.ts';
import type { City } from '../city.ts';
import type { Title } from './define.ts';

/** What a query may know of the house beyond its tables. */
export interface House {
  /** Files, keys and the embedded database. */
  readonly dataDir: string;
  readonly hasMailServer: boolean;
  readonly isDemo: boolean;
  readonly usesOutsideDatabase: boolean;
  /** The keyed hash by which the journal knows a personal value: to look for a person without showing one. */
  nameInJournal(value: string): string;
  /** What an action or query is called; undefined for one that is no more. */
  titleOf(name: string): Title | undefined;
  /** A kind of case by its name: where it is shown. */
  kindOf(name: string): CaseKind | undefined;
  /** What every kind of case asks of people, in the order of the house. */
  work(): readonly CaseWork[];
  errands(): readonly ErrandKind[];
}

export function houseOf({ settings, secrets, actions, queries, systems }: City): House {
  return {
    dataDir: settings.dataDir,
    hasMailServer: settings.smtpUrl !== undefined,
    isDemo: settings.demo,
    usesOutsideDatabase: settings.databaseUrl !== undefined,
    nameInJournal: (value) => hashPersonal(value, secrets.auditKey),
    kindOf: (name) => systems.flatMap(({ caseKinds }) => caseKinds).find((kind) => kind.name === name),
    work: () => systems.flatMap((system) => system.work),
    errands: () => systems.flatMap((system) => system.errands),
    titleOf: (name) => (actions.get(name) ?? queries.get(name))?.title,
  };
}
