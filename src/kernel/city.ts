import type { Logger } from 'pino';
import type { CityDatabase } from './database/open-database.ts';
import type { Clock } from './clock/system-clock.ts';
import type { Messages } from './i18n/messages.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from '../settings.ts';
import type { System } from './system.ts';
import type { AnyAction, AnyQuery } from './actions/define.ts';

/** The city hall at work in this process: what a request needs, and nothing that outlives it. */
export interface City {
  readonly connections: CityDatabase;
  readonly systems: readonly System[];
  readonly actions: ReadonlyMap<string, AnyAction>;
  readonly queries: ReadonlyMap<string, AnyQuery>;
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly messages: Messages;
  readonly log: Logger;
}

/** Puts a city hall together; refuses two definitions of one name. */
export function assembleCity(parts: Omit<City, 'actions' | 'queries'>): City {
  const actions = parts.systems.flatMap((system) => system.actions);
  const queries = parts.systems.flatMap((system) => system.queries);
  return { ...parts, actions: byName(actions), queries: byName(queries) };
}

function byName<T extends { readonly name: string }>(definitions: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const definition of definitions) {
    if (map.has(definition.name)) throw new Error(`Two definitions are named ${definition.name}`);
    map.set(definition.name, definition);
  }
  return map;
}
