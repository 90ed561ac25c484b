import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { listStatements } from '../statement-store.ts';

export const listStatementsQuery = defineQuery({
  name: 'fees.list-statements',
  title: { uk: 'Внесені виписки', en: 'Imported statements' },
  may: ['head', 'auditor'],
  input: z.object({ limit: z.coerce.number().int().min(1).max(500).default(50) }),
  output: z.object({
    statements: z.array(
      z.object({
        id: z.uuid(),
        fileName: z.string(),
        importedAt: z.coerce.date(),
        importedBy: z.string().nullable(),
        lines: z.number(),
        fresh: z.number(),
        known: z.number(),
        matched: z.number(),
      }),
    ),
  }),
  run: async ({ tx }, { limit }) => ({ statements: [...(await listStatements(tx, limit))] }),
});
