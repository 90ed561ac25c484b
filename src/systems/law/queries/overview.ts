import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { loadCalendar, loadReception } from '../../../kernel/calendar/load-calendar.ts';
import { loadTermRules } from '../../../kernel/clock/load-rules.ts';
import { MAIN_HALL, READERS } from '../law-input.ts';
import { closuresFrom, closureView } from '../reception-week.ts';

export const overview = defineQuery({
  name: 'law.overview',
  title: { uk: 'Стан права й календарів', en: 'How law and calendars stand' },
  may: READERS,
  input: z.object({}),
  output: z.object({
    rules: z.int(),
    toConfirm: z.int(),
    martialLaw: z.object({
      state: z.enum(['in-force', 'ended', 'never']),
      from: z.iso.date().nullable(),
      to: z.iso.date().nullable(),
    }),
    nextClosure: closureView.nullable(),
    /** Recounts of open cases that are not finished. */
    recounts: z.int(),
  }),
  async run({ tx, now }) {
    const { rules } = await loadTermRules(tx);
    const { martialLaw } = await loadCalendar(tx);
    const today = kyivDate(now);
    const last = martialLaw.at(-1);
    const inForce = martialLaw.some(({ from, to }) => from <= today && (to === null || today < to));
    const tasks = await sql<{ count: number }>`
      select count(*)::int as count from kernel.tasks where queue = 'cases.recount-open-clocks'`.execute(tx);
    return {
      rules: rules.length,
      toConfirm: rules.filter(({ certainty }) => certainty !== 'V').length,
      martialLaw: {
        state: inForce ? ('in-force' as const) : last === undefined ? ('never' as const) : ('ended' as const),
        from: last?.from ?? null,
        to: last?.to ?? null,
      },
      nextClosure: closuresFrom(await loadReception(tx, MAIN_HALL), today)[0] ?? null,
      recounts: tasks.rows[0]?.count ?? 0,
    };
  },
});
