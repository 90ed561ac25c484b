import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';

/** Tasks that were given up after their last attempt are due again. */
export const retryTasks = defineAction({
  name: 'operations.retry-tasks',
  title: { uk: 'Виконати відкладені завдання ще раз', en: 'Work on given-up tasks again' },
  may: ['it'],
  input: z.object({}),
  output: z.object({ tasks: z.int() }),
  async run(deed) {
    const { rows } = await sql`
      update kernel.tasks set attempts = 0, due_at = ${deed.now} where due_at is null returning id`.execute(
      deed.tx,
    );
    deed.about({ kind: 'tasks', id: 'given-up' });
    return { tasks: rows.length };
  },
});
