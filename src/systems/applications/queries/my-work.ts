import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { type Asking, defineQuery } from '../../../kernel/actions/define.ts';
import { toEpochDay, toIsoDate } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { type CaseFilter, listCases } from '../../../kernel/cases/index.ts';
import { SOON_DAYS } from '../../../kernel/clock/days-left.ts';
import { APPLICATION } from '../application.ts';
import { lineView, viewLine } from '../line-view.ts';
import { countWork } from '../work-store.ts';

export const WORK_SHOWN = ['mine', 'untaken', 'all', 'burning', 'paused'] as const;
export type WorkShown = (typeof WORK_SHOWN)[number];

const count = z.int();

/** A body's open work, what burns first: overdue, by the last day, then by age; what stands, last. */
export const myWork = defineQuery({
  name: 'applications.my-work',
  title: { uk: 'Моя робота', en: 'My work' },
  input: z.object({
    show: z.enum(WORK_SHOWN).default('all'),
    words: z.string().trim().max(200).optional(),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    counts: z.object({
      mine: count,
      untaken: count,
      open: count,
      overdue: count,
      dueToday: count,
      dueSoon: count,
      paused: count,
    }),
    applications: z.array(lineView),
    next: z.string().nullable(),
  }),
  may: ['specialist', 'head'],
  async run(asking, { show, words, after, limit }) {
    const { tx, actor, now, looked } = asking;
    const today = kyivDate(now);
    const unitId = hasRole(actor, 'specialist') ? actor.unitId : null;
    const filter = { ...filterOf(asking, show, today), words: words === '' ? undefined : words };
    const page = await listCases(tx, { ...filter, unitId: unitId ?? undefined }, { after, limit });
    for (const { id } of page.cases) looked({ kind: 'case', id });
    return {
      counts: await countWork(tx, { unitId, staffId: actor.staffId, today }),
      applications: page.cases.map(viewLine),
      next: page.next,
    };
  },
});

function filterOf({ actor }: Asking, show: WorkShown, today: string): CaseFilter {
  const open: CaseFilter = { kind: APPLICATION.name, open: true, order: 'due' };
  switch (show) {
    case 'all':
      return open;
    case 'mine':
      return { ...open, executorId: actor.staffId ?? undefined };
    case 'untaken':
      return { ...open, executorId: null };
    case 'burning':
      return { ...open, dueBy: toIsoDate(toEpochDay(today) + SOON_DAYS) };
    case 'paused':
      return { ...open, clockState: 'paused' };
  }
}
