import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { assembleCity, type City } from '../city.ts';
import { type Clock, systemClock } from '../clock/system-clock.ts';
import type { CityDatabase } from '../database/open-database.ts';
import { loadMessages } from '../i18n/messages.ts';
import { kernelFolders } from '../kernel-areas.ts';
import { loadSecrets } from '../secrets.ts';
import { defineSystem, type System } from '../system.ts';
import { createTestDatabase } from './test-database.ts';

/** A whole city hall on a database of its own; `close` its connections at the end. */
export async function makeTestCity(
  systems: readonly Partial<System>[] = [],
  clock: Clock = systemClock,
  on?: CityDatabase,
): Promise<City> {
  const dataDir = mkdtempSync(join(tmpdir(), 'city-'));
  const whole = systems.map((system, index) =>
    defineSystem({
      name: `test-${index}`,
      title: { uk: 'Тест', en: 'Test' },
      folder: import.meta.dirname,
      ...system,
    }),
  );
  const connections = on ?? (await createTestDatabase());
  const close = async () => {
    await connections.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return assembleCity({
    connections: { ...connections, close },
    systems: whole,
    settings: {
      port: 0,
      dataDir,
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      demo: true,
      smtpUrl: undefined,
      inboxUrls: [],
      publicUrl: undefined,
      signInProviders: [],
      logLevel: 'silent',
    },
    log: pino({ level: 'silent' }),
    secrets: loadSecrets(dataDir),
    clock,
    messages: await loadMessages([
      ...kernelFolders().map(({ folder }) => folder),
      ...whole.map(({ folder }) => folder),
    ]),
  });
}
