import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { serviceCodeInput } from '../cabinet-input.ts';
import { MOST_PAPERS, papersAsked } from '../draft.ts';
import { changeDraft } from '../draft-store.ts';

/** Files that were uploaded before, each as a document of the service's list. */
export const addPapers = defineAction({
  name: 'cabinet.add-papers',
  title: { uk: 'Додати документи до чернетки', en: 'Add documents to the draft' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({
    serviceCode: serviceCodeInput,
    papers: z
      .array(z.object({ document: personal(z.string().min(1).max(500)), fileId: z.uuid() }))
      .max(MOST_PAPERS),
  }),
  output: z.object({ papers: z.int() }),
  async run(deed, { serviceCode, papers }) {
    const draft = await changeDraft(deed, serviceCode, (before, service) => {
      const known = papers.filter(({ document }) => papersAsked(service).includes(document));
      const fresh = known.filter(({ fileId }) => !before.papers.some((paper) => paper.fileId === fileId));
      const all = [...before.papers, ...fresh];
      if (all.length > MOST_PAPERS) throw new Refusal('cabinet:refusals.manyPapers', { count: MOST_PAPERS });
      return { papers: all };
    });
    return { papers: draft.papers.length };
  },
});
