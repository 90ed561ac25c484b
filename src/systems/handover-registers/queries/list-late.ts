import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { readHandedLate } from '../register-store.ts';
import { readBodies, readWaiting } from '../waiting-store.ts';

const line = z.object({
  caseId: z.uuid(),
  caseNumber: z.string(),
  title: z.string(),
  unitName: z.string(),
  filedOn: z.iso.date(),
  dueOn: z.iso.date(),
  /** Null: the papers still lie at the front office. */
  handedOn: z.iso.date().nullable(),
});
export type LateLineView = z.output<typeof line>;

/** Papers that went, or will go, later than КМУ 588 allows. */
export const listLate = defineQuery({
  name: 'handover-registers.list-late',
  title: { uk: 'Передані із запізненням', en: 'Handed over late' },
  may: ['administrator', 'head', 'auditor'],
  input: z.object({
    /** How far back to look among those already handed over. */
    days: z.coerce.number().int().min(1).max(3660).default(90),
    limit: z.coerce.number().int().min(1).max(5000).default(500),
  }),
  output: z.object({ waiting: z.array(line), handed: z.array(line) }),
  async run({ tx, now, looked }, { days, limit }) {
    const today = kyivDate(now);
    const names = new Map((await readBodies(tx, today)).map(({ unitId, name }) => [unitId, name]));
    const waiting = (await readWaiting(tx, 'out', null)).flatMap(
      ({ id, number, title, unitId, filedOn, dueOn }) =>
        dueOn !== null && dueOn < today
          ? [
              {
                caseId: id,
                caseNumber: number,
                title,
                unitName: names.get(unitId) ?? '',
                filedOn,
                dueOn,
                handedOn: null,
              },
            ]
          : [],
    );
    const handed = await readHandedLate(tx, addDays(today, -days), limit);
    for (const { caseId } of [...waiting, ...handed]) looked({ kind: 'case', id: caseId });
    return { waiting: waiting.slice(0, limit), handed: [...handed] };
  },
});
