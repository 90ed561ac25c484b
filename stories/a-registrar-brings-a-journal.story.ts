import { expect, it } from 'vitest';
import { exportXlsx } from '../src/kernel/registers/export-xlsx.ts';
import { Person } from './support/person.ts';

interface Line {
  readonly number: string;
  readonly day: string;
  readonly channel: string;
  readonly author: string;
  readonly sex: string;
}

const COLUMNS = [
  { title: '№ джерела', value: ({ number }: Line) => number },
  { title: 'Дата надходження', value: ({ day }: Line) => day },
  { title: 'Як надійшло', value: ({ channel }: Line) => channel },
  { title: 'Автор (ПІБ)', value: ({ author }: Line) => author },
  { title: 'Стать', value: ({ sex }: Line) => sex },
];
const ROWS = Array.from({ length: 230 }, (_, index) => ({
  number: `${index + 1}/19`,
  day: `2019-03-${String((index % 28) + 1).padStart(2, '0')}`,
  channel: index % 2 === 0 ? 'пошта' : 'Особистий прийом',
  author: 'Коваленко Олена Іванівна',
  sex: index % 3 === 0 ? '' : 'жіноча',
}));

async function sheet(rows: readonly Line[]) {
  const buffer = await exportXlsx(rows, COLUMNS, 'Журнал');
  return {
    name: 'zhurnal-2019.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  };
}

/**
 * system: appeals
 * A registrar brings the journal of 2019 from a spreadsheet: a wrong row is named first and nothing is
 * written, then the journal goes part by part with its progress, and the same file again changes nothing.
 */
it('A registrar brings a journal', async () => {
  const registrar = await Person.signsIn('registrar', 'Реєстратор звернень');
  const check = async (rows: readonly Line[]) => {
    await registrar.goes('/desk/appeals/import');
    await registrar.writes('Назва журналу', 'Журнал 2019');
    await registrar.page.getByLabel('Таблиця XLSX або CSV').setInputFiles(await sheet(rows));
    await registrar.clicks('Перевірити');
  };
  await check([{ number: '1/19', day: '2019-03-01', channel: 'голубом', author: '', sex: '' }]);
  await registrar.sees('Виправте 1 місце у файлі', 'Такого слова в класифікаторі немає');

  await check(ROWS);
  await registrar.sees('Нові звернення', '230');
  const parts: string[] = [];
  registrar.page.on('response', (answer) => {
    if (answer.request().method() === 'POST') parts.push(`${answer.status()}`);
  });
  await registrar.clicks('Перенести');
  await registrar.sees('Журнал перенесено');
  expect(parts).toEqual(['200', '200', '303']);

  await check(ROWS);
  await registrar.sees('Усі звернення з цієї таблиці вже перенесено');
  await registrar.leaves();
});
