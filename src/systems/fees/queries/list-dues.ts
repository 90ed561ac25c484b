import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { DUE_STATES } from '../due.ts';
import { DUE_ORDER_NAMES, dueLine, listDues } from '../due-store.ts';

export const listDuesQuery = defineQuery({
  name: 'fees.list-dues',
  title: { uk: 'Нарахування зборів', en: 'Dues' },
  may: ['administrator', 'head', 'auditor'],
  input: z.object({
    words: z.string().trim().max(100).default(''),
    state: z.enum(DUE_STATES).optional(),
    serviceCode: z.string().max(20).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    order: z.enum(DUE_ORDER_NAMES).default('charged'),
    down: z.boolean().default(true),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  output: z.object({ dues: z.array(dueLine), found: z.number() }),
  async run({ tx, looked }, { order, down, limit, offset, ...filter }) {
    const { dues, found } = await listDues(tx, filter, { order, down, limit, offset });
    for (const { caseId } of dues) looked({ kind: 'case', id: caseId });
    return { dues: [...dues], found };
  },
});
