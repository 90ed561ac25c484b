import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { InvalidInput } from '../actions/invalid-input.ts';
import { Refusal } from '../actions/refusal.ts';

const MOST_UNPACKED = 20 * 1024 * 1024;

/** Checked rows of a dry run, as a hidden field carries them to the writing: nothing is kept between. */
export function packRows(rows: readonly unknown[]): string {
  return gzipSync(JSON.stringify(rows)).toString('base64url');
}

/** Rows of `packRows`, judged anew. Throws `Refusal` where the field was cut, `InvalidInput` where a row is none. */
export function unpackRows<Row extends z.ZodType>(packed: string, row: Row): z.output<Row>[] {
  let rows: unknown;
  try {
    const bytes = gunzipSync(Buffer.from(packed, 'base64url'), { maxOutputLength: MOST_UNPACKED });
    rows = JSON.parse(bytes.toString());
  } catch {
    throw new Refusal('registers:refusals.unpackable', {}, 422);
  }
  const parsed = z.array(row).safeParse(rows);
  if (!parsed.success) throw new InvalidInput(parsed.error);
  return parsed.data;
}
