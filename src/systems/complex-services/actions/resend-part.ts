import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { notFound, Refusal } from '../../../kernel/actions/refusal.ts';
import { advanceCase } from '../../../kernel/cases/index.ts';
import { COMPLEX_SERVICE } from '../complex-case.ts';
import { type FiledPart, readParts, writePartStates } from '../complex-store.ts';
import { filePart } from '../file-parts.ts';
import { readWhole } from '../follow-parts.ts';
import { isTerminal, startable } from '../progress.ts';

/**
 * Sends a part to its body again. A part that is there already stays as it is and answers with its own
 * number; one that waited in vain is sent now, where the papers came another way. Under the whole's
 * lock, so two who send at once make one application.
 */
export const resendPart = defineAction({
  name: 'complex-services.resend-part',
  title: { uk: 'Надіслати частину до органу ще раз', en: 'Send a part to its body again' },
  input: z.object({ caseId: z.uuid('complex-services:input.caseMissing'), no: z.int().min(1) }),
  output: z.object({ number: z.string(), caseId: z.uuid(), wasThere: z.boolean() }),
  may: ['administrator', 'head'],
  async run(deed, { caseId, no }) {
    await advanceCase(deed, COMPLEX_SERVICE, caseId, (found) => {
      if (!found.isOpen) throw new Refusal('complex-services:refusals.ended', { number: found.number });
      return { event: 'part-resent', data: { no } };
    });
    deed.about({ kind: 'case', id: caseId });
    const parts = await readParts(deed.tx, caseId);
    const part = parts.find((one) => one.no === no);
    if (part === undefined) throw notFound('complex-services:refusals.noSuchPart');
    if (part.filed !== null) return { number: part.filed.number, caseId: part.filed.id, wasThere: true };
    requireMayStart(part, parts);
    const filed = await filePart(deed, await readWhole(deed.tx, caseId), part);
    const change = { no, state: 'open', applicationId: filed.caseId, endedOn: null } as const;
    await writePartStates(caseId, [change]).execute(deed.tx);
    return { number: filed.number, caseId: filed.caseId, wasThere: false };
  },
});

/** A blocked part is sent by a person's decision; one that waits for a part still under way is not. */
function requireMayStart(part: FiledPart, parts: readonly FiledPart[]): void {
  if (part.state === 'blocked' || startable(parts).some(({ no }) => no === part.no)) return;
  const first = parts.find(({ no, state }) => part.dependsOn.includes(no) && !isTerminal(state));
  throw new Refusal('complex-services:refusals.stillWaits', { title: part.title, first: first?.title ?? '' });
}
