import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { getMember, memberSchema } from '../member-store.ts';

export const getMemberQuery = defineQuery({
  name: 'staff.get-member',
  title: { uk: 'Працівник', en: 'A member of staff' },
  may: ['it'],
  input: z.object({ staffId: z.uuid() }),
  output: memberSchema,
  run: ({ tx }, { staffId }) => getMember(tx, staffId),
});
