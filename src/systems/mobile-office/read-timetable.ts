import { z } from 'zod';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { UploadedFile } from '../../kernel/page/define-page.ts';
import { readSheet } from '../../kernel/registers/read-sheet.ts';

const COLUMNS = [
  { field: 'route', titles: ['Маршрут', 'Route'] },
  { field: 'settlement', titles: ['Населений пункт', 'Settlement'] },
  { field: 'place', titles: ['Місце', 'Place'] },
  { field: 'day', titles: ['День', 'Day'] },
  { field: 'from', titles: ['З', 'From'] },
  { field: 'to', titles: ['До', 'To'] },
  { field: 'lat', titles: ['Широта', 'Latitude'] },
  { field: 'lon', titles: ['Довгота', 'Longitude'] },
  { field: 'serviceCodes', titles: ['Послуги', 'Services'] },
  { field: 'note', titles: ['Примітка', 'Note'] },
] as const;

/** Rows of a sheet as the import takes them; what is in the cells the action judges, row by row. */
const row = z.record(z.string(), z.string());

/** Throws a `Refusal` where the file is no timetable. */
export async function readTimetable(
  file: UploadedFile | undefined,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  if (file === undefined) throw new Refusal('mobile-office:input.noSheet', {}, 422);
  const type = file.name.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx';
  const { rows } = await readSheet(file.bytes, type, { columns: COLUMNS, row }, ({ message }) => message);
  return rows.map(({ value }) => ({
    ...value,
    lat: (value['lat'] ?? '').replace(',', '.'),
    lon: (value['lon'] ?? '').replace(',', '.'),
    serviceCodes: (value['serviceCodes'] ?? '').split(/[\s,;]+/).filter((code) => code !== ''),
  }));
}
