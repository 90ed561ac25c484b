import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { DIRECTIONS } from '../register.ts';
import { readBodies, readWaiting } from '../waiting-store.ts';

/** What lies ready, body by body: how much, the earliest last day, how much is late. */
export const listWaiting = defineQuery({
  name: 'handover-registers.list-waiting',
  title: { uk: 'Що чекає на передачу', en: 'What waits to be handed over' },
  may: ['administrator', 'specialist', 'head', 'auditor'],
  input: z.object({ direction: z.enum(DIRECTIONS).default('out') }),
  output: z.object({
    bodies: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        way: z.enum(['paper', 'api']),
        cases: z.number(),
        late: z.number(),
        dueOn: z.iso.date().nullable(),
      }),
    ),
  }),
  async run({ tx, actor, now }, { direction }) {
    const today = kyivDate(now);
    const everyBody = hasRole(actor, 'administrator', 'head', 'auditor');
    const waiting = await readWaiting(tx, direction, everyBody ? null : actor.unitId);
    const byUnit = Map.groupBy(waiting, ({ unitId }) => unitId);
    const bodies = (await readBodies(tx, today)).flatMap(({ unitId, code, name, way }) => {
      const cases = byUnit.get(unitId) ?? [];
      if (cases.length === 0 || (!everyBody && unitId !== actor.unitId)) return [];
      const days = cases.map(({ dueOn }) => dueOn).filter((day) => day !== null);
      const late = days.filter((day) => day < today).length;
      return [{ code, name, way, cases: cases.length, late, dueOn: days.toSorted()[0] ?? null }];
    });
    return { bodies: bodies.toSorted((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1)) };
  },
});
