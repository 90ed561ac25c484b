import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { readScan, requireMaySee } from '../register.ts';
import { findByScan, getRegister } from '../register-store.ts';

/** A register by its own bars, or by the bars of a case that lies in it. */
export const findRegister = defineQuery({
  name: 'handover-registers.find-register',
  title: { uk: 'Знайти реєстр за штрихкодом', en: 'Find a register by its barcode' },
  may: ['administrator', 'specialist', 'head', 'auditor'],
  input: z.object({ code: z.string().trim().min(1, 'handover-registers:input.scanMissing').max(60) }),
  output: z.object({ registerId: z.uuid() }),
  async run({ tx, actor }, { code }) {
    const scan = readScan(code);
    const registerId = await findByScan(tx, {
      barcode: scan.kind === 'register' ? scan.barcode : null,
      number: scan.kind === 'case' ? scan.number : null,
    });
    requireMaySee((await getRegister(tx, registerId)).unitId, actor);
    return { registerId };
  },
});
