import { z } from 'zod';
import { checkPerson, dayInput, flatInput, personFields } from './resident-input.ts';
import { type DOCUMENT_KINDS, type RESIDENCE_KINDS, type SEXES } from './resident.ts';

/** Columns of a register's sheet, in the order in which our own export and the example have them. */
export const IMPORT_FIELDS = [
  'name',
  'birthDate',
  'sex',
  'rnokpp',
  'unzr',
  'documentKind',
  'documentNumber',
  'address',
  'flat',
  'kind',
  'from',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

const SEX_WORDS: Readonly<Record<string, (typeof SEXES)[number]>> = {
  ж: 'female',
  жін: 'female',
  жіноча: 'female',
  female: 'female',
  ч: 'male',
  чол: 'male',
  чоловіча: 'male',
  male: 'male',
};
const DOCUMENT_WORDS: Readonly<Record<string, (typeof DOCUMENT_KINDS)[number]>> = {
  'id-картка': 'id-card',
  'ід-картка': 'id-card',
  'id-card': 'id-card',
  паспорт: 'passport',
  passport: 'passport',
  свідоцтво: 'birth-certificate',
  'свідоцтво про народження': 'birth-certificate',
  'birth-certificate': 'birth-certificate',
  посвідка: 'permit',
  permit: 'permit',
  інший: 'other',
  other: 'other',
};
const KIND_WORDS: Readonly<Record<string, (typeof RESIDENCE_KINDS)[number]>> = {
  задекларовано: 'declared',
  declared: 'declared',
  зареєстровано: 'registered',
  registered: 'registered',
};

function oneOf<T extends string>(words: Readonly<Record<string, T>>, key: string) {
  return z.string().transform((text, context): T => {
    const word = words[text.trim().toLocaleLowerCase('uk').replace(/\.$/, '')];
    if (word !== undefined) return word;
    context.addIssue({ code: 'custom', message: key });
    return z.NEVER;
  });
}

/** «09.03.1984» as well as `1984-03-09`. */
function day(schema: z.ZodType<string, string>) {
  return z
    .string()
    .transform((text) => text.trim().replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, dotted))
    .pipe(schema);
}

function dotted(_: string, date: string, month: string, year: string): string {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** A row as its cells say; empty cells are not there. */
export const importRow = z
  .object({
    name: personFields.name,
    birthDate: day(personFields.birthDate.unwrap().unwrap()),
    sex: oneOf(SEX_WORDS, 'community-register:input.sexWrong').nullable().default(null),
    rnokpp: personFields.rnokpp,
    unzr: personFields.unzr,
    documentKind: oneOf(DOCUMENT_WORDS, 'community-register:input.documentKindWrong')
      .nullable()
      .default(null),
    documentNumber: personFields.documentNumber,
    address: z.string().max(300, 'community-register:input.addressMissing').nullable().default(null),
    flat: flatInput.nullable().default(null),
    kind: oneOf(KIND_WORDS, 'community-register:input.kindWrong').default('declared'),
    from: day(dayInput).nullable().default(null),
  })
  .superRefine((row, context) => {
    checkPerson(row, context);
    if (row.address !== null && row.from === null) {
      context.addIssue({ code: 'custom', path: ['from'], message: 'community-register:input.fromMissing' });
    }
  });
export type ImportRow = z.output<typeof importRow>;

export interface RowProblem {
  readonly field: string;
  /** A message key. */
  readonly key: string;
}

/** The row, or every place to mend in it. */
export function readImportRow(
  cells: unknown,
):
  | { readonly row: ImportRow; readonly problems: readonly [] }
  | { readonly row: null; readonly problems: readonly RowProblem[] } {
  const parsed = importRow.safeParse(cells);
  if (parsed.success) return { row: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(({ path, message }) => {
    const field = String(path[0] ?? '');
    // What is missing altogether has Zod's own words.
    const key = message.startsWith('community-register:')
      ? message
      : `community-register:import.missing.${field}`;
    return { field, key };
  });
  return { row: null, problems };
}

/** Cells as they were read, before the background work judges them. */
export const rawCells = z
  .record(z.string(), z.string())
  .transform((cells) =>
    Object.fromEntries(Object.entries(cells).map(([field, text]) => [field, text.slice(0, 500)])),
  );
