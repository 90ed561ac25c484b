import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { addAnswerFiles, MOST_FILES } from '../answer-files.ts';
import { requireOwnDesk } from '../information-request.ts';
import { writeRequester } from '../letters/write-requester.ts';
import { caseIdInput, deedView, viewDeed } from '../request-input.ts';
import { advanceRequest, endOf } from '../request-store.ts';

export const answerRequest = defineAction({
  name: 'information-requests.answer-request',
  title: { uk: 'Відповісти на запит', en: 'Answer a request' },
  may: ['specialist', 'registrar'],
  importable: true,
  input: z.object({
    caseId: caseIdInput,
    answer: personal(z.string().trim().min(10, 'information-requests:input.answerMissing').max(50_000)),
    fileIds: z.array(z.uuid()).max(MOST_FILES).default([]),
  }),
  output: deedView,
  async run(deed, { caseId, answer, fileIds }) {
    const done = await advanceRequest(deed, caseId, (found) => {
      requireOwnDesk(found, deed.actor);
      const { on, inTerm } = endOf(found, deed.now);
      return {
        event: 'answered',
        to: 'answered',
        outcome: 'answered',
        beside: sql`
          update information_requests.requests set answer = ${answer}, answered_on = ${on}, in_term = ${inTerm}
           where case_id = ${caseId}`,
      };
    });
    await addAnswerFiles(deed, caseId, fileIds, { redacted: false });
    const letter = fileIds.length === 0 ? 'answered' : 'answeredWithFiles';
    await writeRequester(deed, caseId, letter, { answer, count: fileIds.length });
    return viewDeed(done);
  },
});
