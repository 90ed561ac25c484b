import { z } from 'zod';
import { type Asking, defineQuery, personal } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { HOLDER_KINDS } from '../../../kernel/cases/case-event.ts';
import {
  type CaseLine,
  type HolderDays,
  listCases,
  readHolderDays,
  TERM_MARKS,
  termCondition,
} from '../../../kernel/cases/index.ts';
import { daysOverdue } from '../../../kernel/clock/days-left.ts';
import { listUnits } from '../../../kernel/identity/unit-store.ts';
import { TERMS } from '../shown.ts';
import { termsAsked, termsWhere } from '../terms.ts';
import { readDueReasons } from '../work-store.ts';
import { caseView, viewCase } from '../work-view.ts';

const input = z.object({
  ...termsAsked,
  /** How its term stands. */
  mark: z.enum(TERM_MARKS).optional(),
  words: personal(z.string().trim().max(200)).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

const openCase = caseView.extend({
  daysLate: z.int(),
  /** Whose days they were, most days first. */
  holders: z.array(
    z.object({ holderKind: z.enum(HOLDER_KINDS), holder: z.string().nullable(), days: z.int() }),
  ),
});
export type OpenCase = z.output<typeof openCase>;

/** The rows behind a number of the control of terms, what ends first at the top. */
export const listOpenCases = defineQuery({
  name: 'desk.list-open-cases',
  title: { uk: 'Відкриті справи за строками', en: 'Open cases by their terms' },
  input,
  output: z.object({ cases: z.array(openCase), next: z.string().nullable() }),
  may: TERMS,
  async run(asking, { mark, words, after, limit, ...asked }) {
    const { tx, now, looked } = asking;
    const today = kyivDate(now);
    const more = [...termsWhere(asking, asked), ...(mark === undefined ? [] : [termCondition(mark, today)])];
    const page = await listCases(
      tx,
      { open: true, order: 'due', words: words === '' ? undefined : words, more },
      { after, limit },
    );
    for (const { id } of page.cases) looked({ kind: 'case', id });
    return { cases: await viewAll(asking, page.cases), next: page.next };
  },
});

async function viewAll({ tx, actor, now, house }: Asking, lines: readonly CaseLine[]): Promise<OpenCase[]> {
  const ids = lines.map(({ id }) => id);
  const today = kyivDate(now);
  const reasons = await readDueReasons(tx, ids);
  const days = await readHolderDays(tx, ids, now);
  const names = new Map((await listUnits(tx, today)).map(({ id, shortName }) => [id, shortName]));
  const works = new Map(house.work().map((work) => [work.kind.name, work]));
  return lines.flatMap((line) => {
    const work = works.get(line.kind);
    if (work === undefined) return [];
    const daysLate = line.dueOn === null ? 0 : daysOverdue(today, line.dueOn);
    const holders = (days.get(line.id) ?? []).map(({ holderKind, unitId, days: held }: HolderDays) => ({
      holderKind,
      holder: names.get(unitId ?? '') ?? null,
      days: held,
    }));
    return [{ ...viewCase(line, work, actor, reasons.get(line.id)), daysLate, holders }];
  });
}
