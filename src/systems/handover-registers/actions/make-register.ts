import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { takeNumber } from '../../../kernel/numbering/index.ts';
import { readPackages } from '../../applications/index.ts';
import { DIRECTIONS, registerBarcode, registerNumber, requireSide } from '../register.ts';
import { insertLines, insertRegister } from '../register-store.ts';
import { readBodies, readWaiting } from '../waiting-store.ts';

/** All that lies ready for a body (or at it) becomes one numbered register. */
export const makeRegister = defineAction({
  name: 'handover-registers.make-register',
  title: { uk: 'Сформувати реєстр приймання-передачі', en: 'Make a register of hand-over' },
  may: ['administrator', 'specialist'],
  input: z.object({
    direction: z.enum(DIRECTIONS),
    unitCode: z.string().min(1, 'handover-registers:input.bodyMissing').max(60),
    /** Left out: everything that waits. */
    caseIds: z.array(z.uuid()).min(1).max(500).optional(),
  }),
  output: z.object({ registerId: z.uuid(), number: z.string(), barcode: z.string(), lines: z.number() }),
  async run(deed, { direction, unitCode, caseIds }) {
    const { tx, now, actor } = deed;
    const today = kyivDate(now);
    const body = (await readBodies(tx, today)).find(({ code }) => code === unitCode);
    if (body === undefined) throw new Refusal('handover-registers:refusals.noSuchBody', {}, 404);
    requireSide({ direction, unitId: body.unitId }, 'sender', actor);
    if (body.way === 'api') throw new Refusal('handover-registers:refusals.byApi', { body: body.name });
    const waiting = await readWaiting(tx, direction, body.unitId, caseIds ?? null);
    if (waiting.length === 0)
      throw new Refusal('handover-registers:refusals.nothingWaits', { body: body.name });
    const packages =
      direction === 'out'
        ? await readPackages(
            tx,
            waiting.map(({ id }) => id),
          )
        : new Map();
    const year = Number(today.slice(0, 4));
    const number = await takeNumber(tx, `handover-${direction}`, year);
    const id = uuid();
    const barcode = registerBarcode(direction, year, number);
    const made = { madeAt: now, madeOn: today, madeBy: actor.staffId };
    const register = {
      id,
      direction,
      unitId: body.unitId,
      unitName: body.name,
      year,
      number,
      barcode,
      ...made,
    };
    await insertRegister(tx, register);
    const lines = await insertLines(tx, register, waiting, packages);
    // Somebody made the same register at this moment; the number goes back to the book.
    if (lines === 0) throw new Refusal('handover-registers:refusals.nothingWaits', { body: body.name });
    deed.about({ kind: 'handover-register', id });
    return { registerId: id, number: registerNumber(register), barcode, lines };
  },
});
