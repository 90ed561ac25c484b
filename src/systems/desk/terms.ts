import { z } from 'zod';
import { type RawBuilder, sql } from 'kysely';
import type { Asking } from '../../kernel/actions/define.ts';
import { seenBy, TERM_MARKS, type UnitTerms } from '../../kernel/cases/index.ts';

/** In place of a unit's code: cases that lie with no unit. */
export const NO_UNIT = 'none';

/** By which a control of terms may be narrowed. */
export const termsAsked = {
  /** A kind of case by its name. */
  kind: z.string().max(80).optional(),
  /** A unit by its code; `none`: with no unit. */
  unit: z.string().max(60).optional(),
};

const count = z.int();
export const COUNTED = ['open', ...TERM_MARKS] as const;
export type Counted = (typeof COUNTED)[number];

export const countsView = z.object({
  open: count,
  overdue: count,
  today: count,
  /** In the next three days, today not counted. */
  soon: count,
  'in-term': count,
  /** The clock stands, or there is none. */
  standing: count,
  extended: count,
  controlled: count,
});
export type Counts = z.output<typeof countsView>;

export function addTerms(rows: readonly UnitTerms[]): Counts {
  const sum = (name: Counted) => rows.reduce((all, row) => all + row[name], 0);
  return {
    open: sum('open'),
    overdue: sum('overdue'),
    today: sum('today'),
    soon: sum('soon'),
    'in-term': sum('in-term'),
    standing: sum('standing'),
    extended: sum('extended'),
    controlled: sum('controlled'),
  };
}

/** Only what this person may open; the same for the numbers and for the rows behind them. */
export function termsWhere(
  { actor, house }: Pick<Asking, 'actor' | 'house'>,
  { kind, unit }: { readonly kind?: string | undefined; readonly unit?: string | undefined },
): readonly RawBuilder<unknown>[] {
  return [
    sql`(${seenBy(house.work(), actor)})`,
    ...(kind === undefined ? [] : [sql`c.kind = ${kind}`]),
    ...(unit === undefined ? [] : [ofUnit(unit)]),
  ];
}

function ofUnit(code: string): RawBuilder<unknown> {
  if (code === NO_UNIT) return sql`c.unit_id is null`;
  return sql`c.unit_id = (select u.id from kernel.units u where u.code = ${code})`;
}
