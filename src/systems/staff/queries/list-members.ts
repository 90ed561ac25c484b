import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { listMembers, memberSchema } from '../member-store.ts';

export const listMembersQuery = defineQuery({
  name: 'staff.list-members',
  title: { uk: 'Працівники та їхні ролі', en: 'Staff and their roles' },
  // An integrator brings deeds of the past in the names of those who did them.
  may: ['it', 'auditor', 'head', 'integrator'],
  input: z.object({
    words: z.string().max(100).default(''),
    limit: z.coerce.number().int().min(1).max(1000).default(300),
  }),
  output: z.object({ members: z.array(memberSchema) }),
  run: async ({ tx }, { words, limit }) => ({ members: [...(await listMembers(tx, words.trim(), limit))] }),
});
