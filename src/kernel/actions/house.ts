import { hashPersonal } from '../audit/redact.ts';
import type { City } from '../city.ts';

/** What a query may know of the house beyond its tables. */
export interface House {
  /** Files, keys and the embedded database. */
  readonly dataDir: string;
  readonly hasMailServer: boolean;
  readonly isDemo: boolean;
  readonly usesOutsideDatabase: boolean;
  /** The keyed hash by which the journal knows a personal value: to look for a person without showing one. */
  nameInJournal(value: string): string;
}

export function houseOf({ settings, secrets }: Pick<City, 'settings' | 'secrets'>): House {
  return {
    dataDir: settings.dataDir,
    hasMailServer: settings.smtpUrl !== undefined,
    isDemo: settings.demo,
    usesOutsideDatabase: settings.databaseUrl !== undefined,
    nameInJournal: (value) => hashPersonal(value, secrets.auditKey),
  };
}
