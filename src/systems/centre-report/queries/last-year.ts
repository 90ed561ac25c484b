import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { yearPeriod } from '../../../kernel/figures/period.ts';
import { getCityFigure } from '../city-figures.ts';

const FURTHEST_YEARS = 20;
const TELLING = ['applications.registered', 'queue.visitors'] as const;

/** The last year of which visitors or applications are known; this year where nothing is. */
export const lastYearQuery = defineQuery({
  name: 'centre-report.last-year',
  title: { uk: 'Останній рік, за який є дані', en: 'The last year with data' },
  input: z.object({}),
  output: z.object({ year: z.number() }),
  may: ['resident'],
  run: async ({ tx, now }) => {
    const thisYear = Number(kyivDate(now).slice(0, 4));
    for (let year = thisYear; year > thisYear - FURTHEST_YEARS; year--) {
      if (await hasFacts(tx, year)) return { year };
    }
    return { year: thisYear };
  },
});

async function hasFacts(tx: Transaction, year: number): Promise<boolean> {
  const { from, to } = yearPeriod(year);
  for (const id of TELLING) {
    const facts = sql.table(getCityFigure(id).facts);
    const { rows } =
      await sql`select from ${facts} where day between ${from}::date and ${to}::date limit 1`.execute(tx);
    if (rows.length > 0) return true;
  }
  return false;
}
