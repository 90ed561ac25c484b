import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { findTrackedCase } from '../../../kernel/cases/index.ts';
import { openFile } from '../../../kernel/files/files.ts';
import { listAnswerFiles } from '../answer-files.ts';

/** For the page: a file of the answer, to whoever has the request's number and code. */
export const openAnswerFile = defineQuery({
  name: 'information-requests.open-answer-file',
  title: { uk: 'Файл відповіді на запит', en: 'A file of the answer to a request' },
  may: ['resident'],
  input: z.object({
    number: z.string().trim().min(1).max(60),
    code: personal(z.string().trim().min(1).max(60)),
    fileId: z.uuid(),
  }),
  output: z.custom<Awaited<ReturnType<typeof openFile>>>(),
  async run({ tx, house, looked }, { number, code, fileId }) {
    const tracked = await findTrackedCase(tx, number, code);
    const files = tracked === null ? [] : await listAnswerFiles(tx, tracked.id);
    // A copy made for everyone is not what was sent to the requester.
    if (!files.some(({ id, redacted }) => id === fileId && !redacted))
      throw notFound('information-requests:refusals.notTracked');
    looked({ kind: 'file', id: fileId });
    return openFile(tx, house.dataDir, fileId);
  },
});
