import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { requireFree } from '../application.ts';
import { caseIdInput, deedView, viewDeed } from '../application-input.ts';
import { advanceApplication } from '../application-store.ts';
import { ownUnitOf } from '../own-unit.ts';

/** From now on nobody else can act on it; with the taking it also passes from the front office to the body. */
export const takeApplication = defineAction({
  name: 'applications.take-application',
  title: { uk: 'Узяти заяву в роботу', en: 'Take an application' },
  input: z.object({ caseId: caseIdInput }),
  output: deedView,
  may: ['specialist'],
  importable: true,
  async run(deed, { caseId }) {
    const { staffId, unitId } = ownUnitOf(deed.actor);
    const done = await advanceApplication(deed, caseId, (found) => {
      requireFree(found, deed.actor);
      const holder = { kind: 'body', unitId: found.unitId ?? unitId } as const;
      const taken = {
        event: 'taken',
        executorId: staffId,
        holder,
        ...(found.unitId === null ? { unitId } : {}),
      };
      // Handed over by another body, it is in work already.
      return found.state === 'in-work' ? taken : { ...taken, to: 'in-work' };
    });
    return viewDeed(done);
  },
});
