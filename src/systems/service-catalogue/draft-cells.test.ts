import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { listDownload } from '../../kernel/registers/list-download.ts';
import { readSheet } from '../../kernel/registers/read-sheet.ts';
import { CELL_FIELDS, cellsOf, draftFromCells } from './draft-cells.ts';
import en from './messages/en.json' with { type: 'json' };
import uk from './messages/uk.json' with { type: 'json' };
import seeded from './seed/services.json' with { type: 'json' };
import { type ServiceDraft, serviceDraftSchema } from './service-draft.ts';
import { sheetColumns } from './staff/catalogue-download.ts';

const read = (name: string) => {
  const folder = join(import.meta.dirname, 'seed', name);
  const files = readdirSync(folder).map((file): [string, object] => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(join(folder, file), 'utf8')),
  ]);
  return new Map(files);
};
const cards = read('cards');
const definitions = read('definitions');
const drafts: readonly ServiceDraft[] = seeded.map((service) =>
  serviceDraftSchema.parse({
    ...service,
    card: cards.get(service.code) ?? null,
    ...definitions.get(service.code),
  }),
);

/** The catalogue's own words, without the rest of the house. */
const words = (catalogue: object) => (key: string) => {
  const found = key
    .replace('service-catalogue:', '')
    .split('.')
    .reduce<unknown>(
      (at, name) =>
        typeof at === 'object' && at !== null
          ? Object.entries(at).find(([one]) => one === name)?.[1]
          : undefined,
      catalogue,
    );
  return String(found);
};
const COLUMNS = CELL_FIELDS.map((field) => ({ field, titles: [uk.fields[field], en.fields[field]] }));

describe('the catalogue in a spreadsheet', () => {
  it('has a title of its own for every column', () => {
    expect(new Set(CELL_FIELDS.map((field) => uk.fields[field])).size).toBe(CELL_FIELDS.length);
    expect(new Set(CELL_FIELDS.map((field) => en.fields[field])).size).toBe(CELL_FIELDS.length);
  });

  it.each([
    ['xlsx', 'uk'],
    ['csv', 'uk'],
    ['xlsx', 'en'],
  ] as const)(
    'goes out as %s in %s and comes back the same, all 365 services with their cards',
    async (format, locale) => {
      const t = words(locale === 'uk' ? uk : en);
      const { bytes } = await listDownload(sheetColumns(t), drafts.map(cellsOf), format, 'каталог');
      const file = bytes instanceof Uint8Array ? Buffer.from(bytes) : await buffer(bytes);
      const { rows, badRows } = await readSheet(
        file,
        format,
        { columns: COLUMNS, row: draftFromCells },
        ({ message }) => message,
      );
      expect(badRows).toEqual([]);
      expect(rows.map(({ value }) => value)).toEqual(drafts);
    },
  );
});

describe('a bad cell', () => {
  const [first] = drafts;
  const good = cellsOf(first ?? serviceDraftSchema.parse({}));

  it.each([
    ['code', '1-1', 'service-catalogue:input.code'],
    ['validFrom', '31.01.2026', 'service-catalogue:input.date'],
    ['sector', 'морський', 'service-catalogue:input.choice.sector'],
    ['providers', '', 'service-catalogue:input.provider'],
    ['termValue', '0', 'service-catalogue:input.term'],
    ['termValue', 'скоро', 'service-catalogue:input.term'],
    ['termArticle', '', 'service-catalogue:input.wrong'],
    ['feeValue', '', 'service-catalogue:input.wrong'],
    ['registryId', '12', 'service-catalogue:input.registryId'],
    ['cardDocuments', 'Паспорт', 'service-catalogue:input.cardDocument'],
    ['name', '', 'service-catalogue:input.missing'],
    ['stages', 'Приймання | centre | Ж | 1', 'service-catalogue:input.stage'],
    ['stages', 'Приймання | centre | В | скоро', 'service-catalogue:input.stage'],
    ['readiness', 'Вам є 18? | мабуть | refuse | ні', 'service-catalogue:input.readiness'],
    ['form', 'не JSON', 'service-catalogue:input.formLines'],
  ] as const)('%s = «%s» is told at its own cell', (field, value, message) => {
    const parsed = draftFromCells.safeParse({ ...good, [field]: value });
    expect(parsed.error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([
      [field, message],
    ]);
  });

  it('knows a choice by its code and by its words in both languages', () => {
    for (const sector of ['social', 'Соціальні послуги', 'social services']) {
      expect(draftFromCells.parse({ ...good, sector }).sector).toBe('social');
    }
  });
});
