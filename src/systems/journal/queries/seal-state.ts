import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { readSealState } from '../journal-store.ts';

export const sealState = defineQuery({
  name: 'journal.seal-state',
  title: { uk: 'Стан печатки журналу', en: 'State of the journal’s seal' },
  may: ['auditor', 'it'],
  input: z.object({}),
  output: z.object({
    batch: z.int().nullable(),
    rows: z.int(),
    sealedAt: z.date().nullable(),
    head: z.string().nullable(),
    oldestUnsealed: z.date().nullable(),
  }),
  run: ({ tx }) => readSealState(tx),
});
