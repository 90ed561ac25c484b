import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import type { House } from '../../../kernel/actions/house.ts';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import { caseNumbers, type JournalRow, listRows as readRows } from '../journal-store.ts';

const DEFAULT_DAYS = 30;
const MOST_ROWS = 5000;

const filterWords = (most: number) => z.string().trim().max(most).optional();
const date = z.iso
  .date('journal:input.dateWrong')
  .refine((day) => day >= '2000-01-01' && day <= '2100-12-31', 'journal:input.dateWrong');

const rowView = z.object({
  id: z.int(),
  kind: z.enum(['action', 'look']),
  occurredAt: z.date(),
  recordedAt: z.date(),
  name: z.string(),
  /** What the deed is called; null for one that is no more. */
  title: z.object({ uk: z.string(), en: z.string() }).nullable(),
  actorName: z.string().nullable(),
  actorRoles: z.array(z.string()),
  unit: z.string().nullable(),
  importedBy: z.string().nullable(),
  /** `number` for cases. */
  subjects: z.array(z.object({ kind: z.string(), id: z.string(), number: z.string().nullable() })),
  /** Personal fields are keyed hashes, here as in the database. */
  input: z.unknown(),
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  reason: z.string().nullable(),
});
export type RowView = z.output<typeof rowView>;

/** The journal of deeds and looks. Personal values are never shown: the journal itself does not know them. */
export const listRows = defineQuery({
  name: 'journal.list-rows',
  title: { uk: 'Журнал дій і переглядів', en: 'Journal of deeds and looks' },
  may: ['auditor', 'it'],
  input: z.object({
    person: filterWords(100),
    name: filterWords(100),
    subject: filterWords(100),
    kind: z.enum(['action', 'look']).optional(),
    /** РНОКПП, name, phone as it was written: looked for by its hash. */
    whose: personal(z.string().trim().max(200)).optional(),
    from: date.optional(),
    to: date.optional(),
    after: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
    limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(50),
  }),
  output: z.object({
    rows: z.array(rowView),
    next: z.int().nullable(),
    from: z.iso.date(),
    to: z.iso.date(),
  }),
  async run({ tx, now, house, looked }, input) {
    const { from, to } = periodOf(input, kyivDate(now));
    const hash = wanted(input.whose) === undefined ? undefined : house.nameInJournal(input.whose ?? '');
    // Who looks for a person in the journal looks at her data, though only at their traces.
    if (hash !== undefined) looked({ kind: 'journal', id: hash });
    const found = await readRows(
      tx,
      {
        from: kyivInstant(from, '00:00'),
        before: kyivInstant(to, '24:00'),
        kind: input.kind,
        person: wanted(input.person),
        name: wanted(input.name),
        subject: wanted(input.subject),
        hash,
        after: input.after,
      },
      input.limit + 1,
    );
    const shown = found.slice(0, input.limit);
    const numbers = await caseNumbers(tx, shown);
    const rows = shown.map((row) => viewOf(row, numbers, house));
    return { rows, next: found.length > input.limit ? (rows.at(-1)?.id ?? null) : null, from, to };
  },
});

function wanted(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function periodOf(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
): { readonly from: string; readonly to: string } {
  const last = to ?? (from !== undefined && from > today ? from : today);
  return { from: from ?? addDays(last, -DEFAULT_DAYS), to: last };
}

function viewOf(row: JournalRow, numbers: ReadonlyMap<string, string>, house: House): RowView {
  return {
    ...row,
    title: house.titleOf(row.name) ?? null,
    actorRoles: [...row.actorRoles],
    subjects: row.subjects.map(({ kind, id }) => ({ kind, id, number: numbers.get(id) ?? null })),
    input: z.unknown().parse(row.input),
    changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })).parse(
      // A side left undefined by the deed is not in the database's JSON.
      row.changes.map(({ field, before, after }) => ({
        field,
        before: before ?? null,
        after: after ?? null,
      })),
    ),
  };
}
