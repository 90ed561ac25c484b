import { sql } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { RESIDENT } from '../actions/actor.ts';
import { defineAction, personal } from '../actions/define.ts';
import { performAction } from '../actions/perform-action.ts';
import type { City } from '../city.ts';
import { makeTestCity } from '../testing/make-test-city.ts';
import { headsFile, publishHeads, readHeads } from './published-heads.ts';
import { hashPersonal } from './redact.ts';
import { sealJournal } from './seal-journal.ts';
import { verifyJournal } from './verify-journal.ts';

const changePhone = defineAction({
  name: 'tennis.change-phone',
  title: { uk: 'Змінити телефон', en: 'Change the phone' },
  may: ['resident'],
  input: z.object({ player: z.object({ name: personal(z.string()), phone: personal(z.string()) }) }),
  output: z.object({ told: personal(z.string()) }),
  async run({ about, changed }, { player }) {
    about({ kind: 'player', id: '1' });
    changed('player.phone', '+380440000000', player.phone);
    changed('state', 'asleep', 'awake');
    return { told: player.name };
  },
});

let city: City;
beforeAll(async () => {
  city = await makeTestCity([{ actions: [changePhone] }]);
});
afterAll(() => city.connections.close());

it('knows persons by hashes only, and stays whole when their values are erased', async () => {
  const { database } = city.connections;
  const player = { name: 'Олена Коваль', phone: '+380441111111' };
  await performAction(city, changePhone, { player }, { actor: RESIDENT, key: 'one' });
  const journal = await sql<{ text: string }>`select j::text as text from kernel.audit_journal j`.execute(
    database,
  );
  const text = journal.rows[0]?.text ?? '';
  expect(text).not.toMatch(/Олена|\+38044/);
  expect(text).toContain(hashPersonal('+380440000000', city.secrets.auditKey));
  expect(text).toContain('awake');
  const values = await sql<{ personal: unknown }>`select personal from kernel.audit_personal_values`.execute(
    database,
  );
  expect(JSON.stringify(values.rows)).toMatch(/Олена Коваль.*\+380440000000/);

  while ((await sealJournal(database, city.secrets, { now: city.clock.now() })) === 0) await delay(5);
  await publishHeads(database, city.settings.dataDir);
  await sql`delete from kernel.audit_personal_values`.execute(database);
  const published = readHeads(headsFile(city.settings.dataDir));
  expect(await verifyJournal(database, { ...city.secrets, published })).toMatchObject({
    whole: true,
    rows: 1,
  });
});
