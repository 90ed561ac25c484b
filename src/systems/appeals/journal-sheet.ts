import type { SheetSchema } from '../../kernel/registers/read-sheet.ts';
import en from './messages/en.json' with { type: 'json' };
import uk from './messages/uk.json' with { type: 'json' };
import { JOURNAL_FIELDS, journalRow } from './past-journal.ts';

/** The sheet of a past journal: headings in either language. */
export const JOURNAL_SHEET = {
  columns: JOURNAL_FIELDS.map((field) => ({
    field,
    titles: [uk.journal.sheet[field], en.journal.sheet[field], field],
  })),
  row: journalRow,
} satisfies SheetSchema<typeof journalRow>;
