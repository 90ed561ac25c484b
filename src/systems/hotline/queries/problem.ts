import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { selectProblems } from '../problem-store.ts';
import { problemLine } from './problems.ts';

export const getProblem = defineQuery({
  name: 'hotline.get-problem',
  title: { uk: 'Одна проблема міста', en: 'One problem of the city' },
  may: ['resident', 'integrator'],
  input: z.object({ id: z.uuid() }),
  output: problemLine,
  async run({ tx }, { id }) {
    const where = sql`t.case_id = ${id}`;
    const [found] = await selectProblems(tx, { where, order: sql`1`, limit: 1, offset: 0 });
    if (found === undefined) throw notFound('hotline:refusals.noSuchTicket');
    return found;
  },
});
