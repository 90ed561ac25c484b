import { join } from 'node:path';
import { pino } from 'pino';
import type { Settings } from '../settings.ts';
import { assembleCity, type City } from './city.ts';
import { systemClock } from './clock/system-clock.ts';
import { openDatabase } from './database/open-database.ts';
import { loadMessages } from './i18n/messages.ts';
import { KERNEL_AREAS, kernelMigrations } from './kernel-areas.ts';
import { loadSecrets } from './secrets.ts';
import { seedCalendar } from './calendar/seed-calendar.ts';
import { seedDeadlineRules } from './clock/seed-deadline-rules.ts';
import type { System } from './system.ts';

/** Opens the database, migrates and seeds it, and puts the city hall together: for the server and for commands. */
export async function startCity(
  settings: Settings,
  systems: readonly System[],
  shells: readonly string[] = [],
): Promise<City> {
  const log = pino({ level: settings.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const connections = await openDatabase({
    databaseUrl: settings.databaseUrl,
    databaseOwnerUrl: settings.databaseOwnerUrl,
    dataDir: settings.dataDir,
    now: systemClock.now(),
    migrations: [
      ...kernelMigrations(),
      ...systems.map((system) => ({ system: system.name, folder: system.folder })),
    ],
    report: (err) => log.error({ err }, 'the embedded database could not be started again'),
  });
  const city = assembleCity({
    connections,
    systems,
    settings,
    log,
    secrets: loadSecrets(settings.dataDir),
    clock: systemClock,
    messages: await loadMessages([
      ...KERNEL_AREAS.map((area) => join(import.meta.dirname, area)),
      ...systems.map((system) => system.folder),
      ...shells,
    ]),
  });
  await seedCity(city);
  return city;
}

/** Reference data first, then each system in the order of the house; harmless when repeated. */
export async function seedCity(city: City): Promise<void> {
  const { database } = city.connections;
  await database.transaction().execute(async (tx) => {
    await seedCalendar(tx);
    await seedDeadlineRules(tx);
  });
  for (const system of city.systems) {
    await system.seed?.run(database, { demo: city.settings.demo, now: city.clock.now() });
  }
}
