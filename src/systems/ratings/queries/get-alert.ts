import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { findAlert } from '../rating-store.ts';

export const getAlert = defineQuery({
  name: 'ratings.get-alert',
  title: { uk: 'Кому пишемо про низькі оцінки', en: 'Whom low marks are written to' },
  may: ['head', 'it'],
  input: z.object({}),
  output: z.object({ email: z.string().nullable(), markAtMost: z.number() }),
  run: ({ tx }) => findAlert({ tx }),
});
