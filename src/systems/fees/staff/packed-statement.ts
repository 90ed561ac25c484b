import { z } from 'zod';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { packRows, unpackRows } from '../../../kernel/registers/packed-rows.ts';

/** A statement between check and import: it stays in the form, so that the server keeps no half-done file. */
export interface PackedStatement {
  readonly fileName: string;
  readonly lines: string[][];
}

/** The file's name travels as the first row. */
export function packStatement({ fileName, lines }: PackedStatement): string {
  return packRows([[fileName], ...lines]);
}

/** @throws Refusal where the form's words were cut or changed. */
export function unpackStatement(packed: string): PackedStatement {
  const [[fileName] = [], ...lines] = unpackRows(packed, z.array(z.string()));
  if (fileName === undefined) throw new Refusal('fees:refusals.noFile', {}, 422);
  return { fileName, lines };
}
