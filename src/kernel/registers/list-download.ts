import type { Download } from '../page/define-page.ts';
import { exportCsv } from './export-csv.ts';
import { exportXlsx } from './export-xlsx.ts';
import type { ListColumn, Rows } from './list-column.ts';

export const LIST_FORMATS = ['xlsx', 'csv'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

export const CONTENT_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
} as const;

export function isListFormat(text: string | undefined): text is ListFormat {
  return LIST_FORMATS.some((format) => format === text);
}

/** Any list as a file: `name` without its ending. */
export async function listDownload<Row>(
  columns: readonly ListColumn<Row>[],
  rows: Rows<Row>,
  format: ListFormat,
  name: string,
): Promise<Download> {
  const bytes = format === 'csv' ? exportCsv(rows, columns) : await exportXlsx(rows, columns, name);
  return { kind: 'download', name: `${name}.${format}`, type: CONTENT_TYPES[format], bytes };
}
