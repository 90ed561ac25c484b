import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { requireMaySee } from '../register.ts';
import { extraView, getRegister, lineView, readExtras, readLines, registerView } from '../register-store.ts';

export const getRegisterQuery = defineQuery({
  name: 'handover-registers.get-register',
  title: { uk: 'Реєстр приймання-передачі', en: 'A register of hand-over' },
  may: ['administrator', 'specialist', 'head', 'auditor'],
  input: z.object({ registerId: z.uuid('handover-registers:refusals.noSuchRegister') }),
  output: z.object({ register: registerView, lines: z.array(lineView), extras: z.array(extraView) }),
  async run({ tx, actor, looked }, { registerId }) {
    const register = await getRegister(tx, registerId);
    requireMaySee(register.unitId, actor);
    const lines = await readLines(tx, registerId);
    for (const { caseId } of lines) looked({ kind: 'case', id: caseId });
    return { register, lines: [...lines], extras: await readExtras(tx, registerId) };
  },
});
