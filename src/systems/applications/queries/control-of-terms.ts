import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { controlOfTerms as controlTerms, type LateCase } from '../../../kernel/cases/index.ts';
import { HOLDER_KINDS } from '../../../kernel/cases/case-event.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { findUnitByCode, listUnits } from '../../../kernel/identity/unit-store.ts';
import { APPLICATION } from '../application.ts';
import { lineView, viewLine } from '../line-view.ts';

const count = z.int();

const unitTerms = z.object({
  code: z.string().nullable(),
  body: z.string().nullable(),
  open: count,
  overdue: count,
  dueToday: count,
  /** In the next three days, today not counted. */
  dueSoon: count,
  paused: count,
});

const lateView = lineView.extend({
  daysLate: count,
  /** Whose days they were, most days first. */
  holders: z.array(
    z.object({ holderKind: z.enum(HOLDER_KINDS), holder: z.string().nullable(), days: count }),
  ),
});

/** Who is late, who will be soon, and whose day it was. */
export const controlOfTerms = defineQuery({
  name: 'applications.control-of-terms',
  title: { uk: 'Контроль строків', en: 'Control of terms' },
  input: z.object({
    /** One body by its code. */
    unit: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  output: z.object({ bodies: z.array(unitTerms), late: z.array(lateView) }),
  may: ['head', 'auditor'],
  async run({ tx, now, looked }, { unit, limit }) {
    const units = await listUnits(tx, kyivDate(now));
    const unitId = unit === undefined ? undefined : (await findUnitByCode(tx, unit))?.id;
    const found = await controlTerms(tx, { now, limit, kind: APPLICATION.name, unitId });
    for (const { id } of found.late) looked({ kind: 'case', id });
    const codes = new Map(units.map(({ id, code }) => [id, code]));
    const names = new Map(units.map(({ id, shortName }) => [id, shortName]));
    return {
      bodies: found.units.map(({ unitId: id, unitName, open, overdue, dueToday, dueSoon, paused }) => ({
        code: codes.get(id ?? '') ?? null,
        body: unitName,
        open,
        overdue,
        dueToday,
        dueSoon,
        paused,
      })),
      late: found.late.map((line) => viewLate(line, names)),
    };
  },
});

function viewLate(line: LateCase, names: ReadonlyMap<string, string>) {
  return {
    ...viewLine(line),
    daysLate: line.daysLate,
    holders: line.holders.map(({ holderKind, unitId, days }) => ({
      holderKind,
      holder: names.get(unitId ?? '') ?? null,
      days,
    })),
  };
}
