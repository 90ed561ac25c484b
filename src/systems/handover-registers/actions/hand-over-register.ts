import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { passToBody } from '../../applications/index.ts';
import { requireMove, requireSide } from '../register.ts';
import { lockRegister, readLines, writeHandOver } from '../register-store.ts';

/** The folder leaves: from now on the days of its applications are the body's. */
export const handOverRegister = defineAction({
  name: 'handover-registers.hand-over-register',
  title: { uk: 'Передати документи за реєстром', en: 'Hand over the papers of a register' },
  may: ['administrator', 'specialist'],
  input: z.object({
    registerId: z.uuid(),
    /** Who took the folder, as written on the paper. */
    carrier: personal(z.string().trim().max(200)).optional(),
  }),
  output: z.object({ registerId: z.uuid(), passed: z.number() }),
  async run(deed, { registerId, carrier }) {
    const register = await lockRegister(deed.tx, registerId);
    requireSide(register, 'sender', deed.actor);
    requireMove(register.state, 'handed-over');
    const lines = await readLines(deed.tx, registerId);
    if (lines.length === 0) throw new Refusal('handover-registers:refusals.empty');
    if (register.direction === 'out') {
      // In the order of ids, so that two folders never wait for each other's cases.
      for (const { caseId } of lines.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1))) {
        await passToBody(deed, caseId);
      }
    }
    await writeHandOver(deed.tx, registerId, {
      at: deed.now,
      on: kyivDate(deed.now),
      by: deed.actor.staffId,
      carrier: carrier === undefined || carrier === '' ? null : carrier,
    });
    deed.changed('state', register.state, 'handed-over');
    deed.about({ kind: 'handover-register', id: registerId });
    return { registerId, passed: lines.length };
  },
});
