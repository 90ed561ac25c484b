import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { defineAction } from '../../../kernel/actions/define.ts';
import { attachFile as tieFile } from '../../../kernel/files/files.ts';
import { requireExecutor } from '../application.ts';
import { caseIdInput, deedView, viewDeed } from '../application-input.ts';
import { advanceApplication } from '../application-store.ts';

/** A paper that came later: brought to a window, or found by the specialist. */
export const attachFile = defineAction({
  name: 'applications.attach-file',
  title: { uk: 'Долучити файл до справи', en: 'Attach a file' },
  input: z.object({ caseId: caseIdInput, fileId: z.uuid('applications:input.fileMissing') }),
  output: deedView,
  may: ['administrator', 'specialist'],
  async run(deed, { caseId, fileId }) {
    const done = await advanceApplication(deed, caseId, (found) => {
      if (!hasRole(deed.actor, 'administrator')) requireExecutor(found, deed.actor);
      return { event: 'file-attached', data: { fileId } };
    });
    await tieFile(deed, fileId, caseId);
    return viewDeed(done);
  },
});
