import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { CLOSING_REASONS } from '../question.ts';
import { moveQuestion } from '../question-store.ts';

export const closeQuestion = defineAction({
  name: 'consultations.close-question',
  title: { uk: 'Закрити запитання', en: 'Close a question' },
  may: ['administrator', 'specialist', 'head'],
  input: z.object({
    questionId: z.uuid(),
    reason: z.enum(CLOSING_REASONS, 'consultations:input.reasonMissing'),
  }),
  output: z.object({ state: z.literal('closed') }),
  async run(deed, { questionId, reason }) {
    await moveQuestion(deed, questionId, 'closed', reason);
    // What grew old leaves the base; that it stood there is in the journal.
    await sql`delete from consultations.published where id = ${questionId}`.execute(deed.tx);
    deed.about({ kind: 'question', id: questionId });
    return { state: 'closed' as const };
  },
});
