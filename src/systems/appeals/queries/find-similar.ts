import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { findSimilar as find, type SimilarAppeal } from '../similar-store.ts';

export const findSimilar = defineQuery({
  name: 'appeals.find-similar',
  title: { uk: 'Знайти схожі звернення', en: 'Find similar appeals' },
  input: z.object({
    text: personal(z.string().max(20_000).default('')),
    author: personal(z.string().max(300).optional()),
    address: personal(z.string().max(500).optional()),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  output: z.object({ appeals: z.array(z.custom<SimilarAppeal>()) }),
  may: ['registrar', 'operator', 'leader'],
  async run({ tx, actor, looked }, { limit, ...asked }) {
    const appeals = await find(tx, { ...asked, reader: actor }, limit);
    for (const { caseId } of appeals) looked({ kind: 'case', id: caseId });
    return { appeals: [...appeals] };
  },
});
