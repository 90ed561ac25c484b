import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';

/** From tomorrow the line offers no places; who has booked already is still expected. */
export const endHours = defineAction({
  name: 'reception.end-hours',
  title: { uk: 'Припинити години прийому', en: 'End hours of reception' },
  may: ['registrar'],
  input: z.object({ lineId: z.uuid() }),
  output: z.object({ lineId: z.uuid() }),
  async run(deed, { lineId }) {
    const today = kyivDate(deed.now);
    const { rows } = await sql`
      update reception.hours set valid_to = greatest(${today}::date, valid_from) + 1
       where id = ${lineId} and (valid_to is null or valid_to > ${today}::date + 1) returning id`.execute(
      deed.tx,
    );
    if (rows.length === 0) throw notFound('reception:refusals.noSuchHours');
    deed.about({ kind: 'reception-hours', id: lineId });
    return { lineId };
  },
});
