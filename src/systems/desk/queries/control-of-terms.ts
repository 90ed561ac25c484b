import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { controlOfTerms as readTerms, type UnitTerms } from '../../../kernel/cases/index.ts';
import { TERMS } from '../shown.ts';
import { addTerms, countsView, NO_UNIT, termsAsked, termsWhere } from '../terms.ts';
import { titleView } from '../work-view.ts';

const unitView = countsView.extend({
  /** `none`: lies with no unit. */
  code: z.string(),
  name: z.string().nullable(),
});
const kindView = countsView.extend({ name: z.string(), title: titleView, icon: z.string() });

/** How the terms of all open cases stand, by unit and by kind, from one reading. */
export const controlOfTerms = defineQuery({
  name: 'desk.control-of-terms',
  title: { uk: 'Контроль строків', en: 'Control of terms' },
  input: z.object(termsAsked),
  output: z.object({
    total: countsView,
    kinds: z.array(kindView),
    units: z.array(unitView),
    /** Each unit in each kind: what the two tables add up from. */
    rows: z.array(unitView.extend({ kind: z.string() })),
  }),
  may: TERMS,
  async run(asking, asked) {
    const { tx, now, house } = asking;
    const rows = await readTerms(tx, { today: kyivDate(now), where: termsWhere(asking, asked) });
    const kinds = house.work().flatMap(({ kind: { name, title }, icon }) => {
      const own = rows.filter((row) => row.kind === name);
      return own.length === 0 ? [] : [{ name, title, icon, ...addTerms(own) }];
    });
    return {
      total: addTerms(rows),
      kinds,
      units: byUnit(rows),
      rows: rows.map((row) => ({ kind: row.kind, ...unitOf(row), ...addTerms([row]) })),
    };
  },
});

function unitOf({ unitCode, unitName }: UnitTerms) {
  return { code: unitCode ?? NO_UNIT, name: unitName };
}

function byUnit(rows: readonly UnitTerms[]) {
  const groups = Map.groupBy(rows, ({ unitId }) => unitId);
  return [...groups.values()]
    .flatMap((group) => group.slice(0, 1).map((first) => ({ ...unitOf(first), ...addTerms(group) })))
    .toSorted((a, b) => b.overdue - a.overdue || b.today - a.today || b.soon - a.soon);
}
