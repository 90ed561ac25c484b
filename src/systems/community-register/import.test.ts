import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { workOn } from '../../kernel/jobs/task.ts';
import { checkImport } from './actions/check-import.ts';
import { runImport } from './actions/run-import.ts';
import { importQueue } from './import-store.ts';
import { exchangeMessages } from './jobs/exchange-messages.ts';
import { findResidentsQuery } from './queries/find-residents.ts';
import { getImport } from './queries/get-import.ts';
import { ask, database, enter, run } from './register-fixture.ts';
import { makeRnokpp } from './seed/demo-residents.ts';

describe('import', () => {
  const work = async () => {
    const job = workOn(importQueue);
    await job.run({ database: database(), now: new Date() });
  };
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      row: index + 2,
      cells: {
        name: `Завантажко Імпорт${index} Тарасович`,
        birthDate: '12.05.1990',
        sex: 'ч',
        rnokpp: makeRnokpp('1990-05-12', 'male', index),
        address: 'м. Кропивницький, вул. Дворцова, 7',
        from: '01.06.2019',
      },
    }));
  const bad = [
    { row: 900, cells: { name: 'Без Дати' } },
    { row: 901, cells: { name: 'Поганий Номер', birthDate: '1990-05-12', rnokpp: '1234567890' } },
    {
      row: 902,
      cells: { name: 'Без Вулиці', birthDate: '1990-05-12', address: 'вул. Нема, 1', from: '2020-01-01' },
    },
    {
      row: 903,
      cells: { name: 'Інший Чоловік', birthDate: '1990-05-12', rnokpp: makeRnokpp('1990-05-12', 'male', 0) },
    },
  ];

  test('names each bad row, writes the others, and a repeat changes nothing', async () => {
    const { importId } = await run(checkImport, { fileName: 'реєстр.xlsx', rows: [...rows(300), ...bad] });
    await expect(run(runImport, { importId })).rejects.toMatchObject({
      key: 'community-register:refusals.importNotChecked',
    });
    await work();
    const checked = await ask(getImport, { importId });
    expect(checked).toMatchObject({ state: 'checked', counts: { new: 300, same: 0, bad: 4 } });
    expect(checked.badRows.map(({ row, problems }) => [row, problems[0]?.key.split(':')[1]])).toEqual([
      [900, 'import.missing.birthDate'],
      [901, 'input.rnokpp.form'],
      [902, 'import.address.noStreet'],
      [903, 'import.twice'],
    ]);
    expect((await ask(findResidentsQuery, { words: 'завантажко' })).residents).toEqual([]);
    await run(runImport, { importId });
    await work();
    expect(await ask(getImport, { importId })).toMatchObject({ state: 'done', counts: { written: 300 } });
    const again = await run(checkImport, { fileName: 'реєстр.xlsx', rows: rows(300) });
    await work();
    expect(await ask(getImport, again)).toMatchObject({ counts: { new: 0, changed: 0, same: 300, bad: 0 } });
    const { rows: kept } = await sql<{ count: number }>`
      select count(*)::int as count from community_register.import_rows
       where import_id = ${importId} and data is not null`.execute(database());
    expect(kept[0]?.count).toBe(0);
  });
});

test('messages go out as files and come back answered, each once', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'dms-'));
  const { residentId } = await enter();
  const exchange = () => exchangeMessages.run({ database: database(), now: new Date(), dataDir });
  await exchange();
  const { rows } = await sql<{ id: string; state: string }>`
    select id, state from community_register.messages where resident_id = ${residentId}`.execute(database());
  const id = rows[0]?.id ?? '';
  expect(rows).toMatchObject([{ state: 'sent' }]);
  const file = join(dataDir, 'exchange/dms/out', `${id}.json`);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    header: { id, protocolVersion: '4.0', service: { memberCode: '00032684', serviceCode: 'OtgToDms' } },
    body: { kind: 'registered', data: { residence: { address: 'м. Кропивницький, вул. Кільцева, 5' } } },
  });
  const folder = join(dataDir, 'exchange/dms/in');
  await writeFile(join(folder, 'a.json'), JSON.stringify({ id, state: 'refused', text: 'Немає УНЗР' }));
  await writeFile(join(folder, 'b.json'), 'не JSON');
  await exchange();
  const answered = await sql<{ state: string; answer: string }>`
    select state, answer from community_register.messages where id = ${id}`.execute(database());
  expect(answered.rows[0]).toEqual({ state: 'refused', answer: 'Немає УНЗР' });
  expect([await readdir(join(folder, 'done')), await readdir(join(folder, 'bad'))]).toEqual([
    ['a.json'],
    ['b.json'],
  ]);
  await rm(dataDir, { recursive: true });
});
