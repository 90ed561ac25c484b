import { sql } from 'kysely';
import { z } from 'zod';
import { type Deed, defineAction } from '../../../kernel/actions/define.ts';
import { takeBackFromBody } from '../../applications/index.ts';
import { requireMove, requireSide } from '../register.ts';
import { lockRegister, readLines, writeClose } from '../register-store.ts';

/** The receiver counted the folder: what was not scanned is missing, and its days are the sender's again. */
export const closeRegister = defineAction({
  name: 'handover-registers.close-register',
  title: { uk: 'Завершити приймання за реєстром', en: 'Finish receiving a register' },
  may: ['administrator', 'specialist'],
  input: z.object({ registerId: z.uuid() }),
  output: z.object({ received: z.number(), missing: z.number(), extras: z.number() }),
  async run(deed, { registerId }) {
    const register = await lockRegister(deed.tx, registerId);
    requireSide(register, 'receiver', deed.actor);
    requireMove(register.state, 'received');
    const lines = await readLines(deed.tx, registerId);
    const missing = lines.filter(({ receivedAt }) => receivedAt === null).map(({ caseId }) => caseId);
    if (register.direction === 'out') {
      for (const caseId of await stillUntaken(deed, missing)) await takeBackFromBody(deed, caseId);
    }
    await writeClose(deed.tx, registerId, 'received', { at: deed.now, by: deed.actor.staffId });
    deed.changed('state', register.state, 'received');
    deed.about({ kind: 'handover-register', id: registerId });
    return {
      received: lines.length - missing.length,
      missing: missing.length,
      extras: register.discrepancies,
    };
  },
});

/** A case that a specialist took in the meantime stays with the body, whatever the folder held. */
async function stillUntaken({ tx }: Deed, caseIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from kernel.cases where id = any(${[...caseIds]}::uuid[]) and state = 'registered' and holder_kind = 'body'
     order by id`.execute(tx);
  return rows.map(({ id }) => id);
}
