import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { findUnitByCode } from '../../../kernel/identity/unit-store.ts';
import { setExchange } from '../waiting-store.ts';

export const setExchangeAction = defineAction({
  name: 'handover-registers.set-exchange',
  title: { uk: 'Змінити спосіб обміну з органом', en: 'Change how a body exchanges papers' },
  may: ['head', 'it'],
  input: z.object({
    unitCode: z.string().min(1, 'handover-registers:input.bodyMissing').max(60),
    way: z.enum(['paper', 'api'], 'handover-registers:input.wayMissing'),
    validFrom: z.iso.date('handover-registers:input.dateWrong'),
  }),
  output: z.object({ unitId: z.uuid() }),
  async run(deed, { unitCode, way, validFrom }) {
    const unit = await findUnitByCode(deed.tx, unitCode);
    if (unit === undefined || unit.kind === 'centre') {
      throw new Refusal('handover-registers:refusals.noSuchBody', {}, 404);
    }
    try {
      await setExchange(deed.tx, { unitId: unit.id, way, validFrom });
    } catch (error) {
      if (error instanceof Error && 'constraint' in error && error.constraint === 'exchanges_no_overlap') {
        throw new Refusal('handover-registers:refusals.overlaps');
      }
      throw error;
    }
    deed.changed(`exchange.${unitCode}`, null, way);
    deed.about({ kind: 'unit', id: unit.id });
    return { unitId: unit.id };
  },
});
