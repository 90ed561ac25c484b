import { definePage, type Page } from '../../../kernel/page/define-page.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { listDownload, type ListFormat } from '../../../kernel/registers/list-download.ts';
import type { Translate } from '../../../kernel/i18n/translate.ts';
import { CELL_CHOICES, CELL_FIELDS, type CellField, cellsOf, type DraftCells } from '../draft-cells.ts';
import { exportServicesQuery } from '../queries/export-services.ts';

/** The whole catalogue with its cards, in the columns that the import reads back. */
export const catalogueDownloads: readonly Page[] = [download('xlsx'), download('csv')];

function download(format: ListFormat): Page {
  return definePage({
    path: `/desk/catalogue.${format}`,
    may: ['head', 'it'],
    shell: 'staff',
    get: async (request) => {
      const { services } = await request.ask(exportServicesQuery, {});
      const name = request.t('service-catalogue:desk.file');
      return listDownload(sheetColumns(request.t), services.map(cellsOf), format, name);
    },
  });
}

const WIDE: ReadonlySet<CellField> = new Set<CellField>([
  'name',
  'nameEn',
  'documents',
  'cardDocuments',
  'summary',
  'forWhom',
]);

/** Choices are written in words, as people read them; the import knows them in both languages. */
export function sheetColumns(t: Translate): readonly ListColumn<DraftCells>[] {
  return CELL_FIELDS.map((field) => ({
    title: t(`service-catalogue:fields.${field}`),
    width: WIDE.has(field) ? 50 : 18,
    value: (cells) =>
      field in CELL_CHOICES && cells[field] !== ''
        ? t(`service-catalogue:choices.${field}.${cells[field]}`)
        : cells[field],
  }));
}
