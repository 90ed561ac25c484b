import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { keepUntil } from '../../../kernel/files/files.ts';
import { serviceCodeInput } from '../cabinet-input.ts';
import { changeDraft } from '../draft-store.ts';

export const removePaper = defineAction({
  name: 'cabinet.remove-paper',
  title: { uk: 'Прибрати документ із чернетки', en: 'Take a document out of the draft' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({ serviceCode: serviceCodeInput, fileId: z.uuid() }),
  output: z.object({ papers: z.int() }),
  async run(deed, { serviceCode, fileId }) {
    let isThere = false;
    const draft = await changeDraft(deed, serviceCode, ({ papers }) => {
      isThere = papers.some((paper) => paper.fileId === fileId);
      return { papers: papers.filter((paper) => paper.fileId !== fileId) };
    });
    // Nothing keeps it now: it goes at the next cleaning.
    if (isThere) await keepUntil(deed, fileId, deed.now);
    return { papers: draft.papers.length };
  },
});
