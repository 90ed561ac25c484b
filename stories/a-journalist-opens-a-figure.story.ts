import { parse } from 'csv-parse/sync';
import type { Download } from 'playwright-core';
import { expect, it } from 'vitest';
import { APPLICANT, makeVisit } from './support/live-visit.ts';
import { Person } from './support/person.ts';

const YEAR = new Date().getFullYear();

/**
 * system: centre-report, applications
 * A journalist does not take the city's word: she opens a cell of the report into its rows and adds them up.
 */
it('A journalist opens a figure', async () => {
  const { number } = await makeVisit('administrator-08', 8);
  const journalist = await Person.comes('journalist', 'desk', '/');
  await journalist.clicks('Звіт за рік');
  await journalist.sees(String(YEAR), 'Зареєстровані заяви', 'За секторами', 'Натисніть на число');
  const report = await download(journalist, /CSV/);
  const registered = parseCsv(report).filter((line) => line['Показник'] === 'applications.registered');
  const total = Number(registered.find((line) => line['Назва'] === 'Разом')?.['Значення']);
  const sectors = registered
    .filter((line) => line['Розріз'] === 'За секторами')
    .map((line) => Number(line['Значення']));
  // A small cell is hidden, and its neighbour with it: what is shown adds up to the total or stays below it.
  const shownSectors = sectors.filter((one) => !Number.isNaN(one));
  const sum = shownSectors.reduce((all, one) => all + one, 0);
  const isWhole = shownSectors.length === sectors.length;
  expect(isWhole ? sum === total : sum < total, `${sum} of ${total}`).toBe(true);

  const cell = journalist.page
    .locator('a[href*="applications.registered/rows"][href*="sector=registration"]')
    .first();
  const printed = Number(await cell.innerText());
  expect(sectors).toContain(printed);
  await cell.click();
  await journalist.page.waitForURL(/\/rows\?/);
  await journalist.sees(`${printed}, за ${YEAR} рік`, 'Імен і адрес тут немає');
  const shown = await journalist.page.locator('table tbody tr').count();
  expect(shown).toBe(Math.min(printed, 100));

  const rows = await download(journalist, /CSV/);
  expect(parseCsv(rows)).toHaveLength(printed);
  const page = await journalist.page.content();
  for (const personal of [APPLICANT.name.split(' ')[0] ?? '', APPLICANT.code, number]) {
    expect(`${rows}${page}`).not.toContain(personal);
  }

  await journalist.goes(`/report/${YEAR}`);
  expect(await download(journalist, /XLSX|Excel/i)).toMatch(/^PK/);
  expect(await download(journalist, /PDF/)).toMatch(/^%PDF/);
  await journalist.goes(`/report/${YEAR}/print`);
  await journalist.sees('Зареєстровані заяви');
  await journalist.leaves();
});

async function download(person: Person, button: RegExp): Promise<string> {
  const [file] = await Promise.all([person.page.waitForEvent('download'), person.clicks(button)]);
  return readDownload(file);
}

async function readDownload(file: Download): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of await file.createReadStream()) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}

function parseCsv(text: string): Record<string, string>[] {
  return parse(text, { columns: true, bom: true });
}
