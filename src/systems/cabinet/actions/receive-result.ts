import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { accountOf } from '../../../kernel/actions/permission.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { handOutOnline, readOwnApplication } from '../../applications/index.ts';
import { caseIdInput } from '../cabinet-input.ts';
import { getWay } from '../own-store.ts';
import { mayTakeResult } from '../result-right.ts';

/** «Мені досить файла»: the result leaves the shelf. Only where the result is a file. */
export const receiveResult = defineAction({
  name: 'cabinet.receive-result',
  title: { uk: 'Отримати результат онлайн', en: 'Receive the result online' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({ caseId: caseIdInput }),
  output: z.object({}),
  async run(deed, { caseId }) {
    const way = await getWay(deed.tx, deed.actor, caseId);
    const found = await readOwnApplication(deed.tx, caseId, deed.now);
    if (found.resultFileId === null || !mayTakeResult(way, found.applicantCode, accountOf(deed.actor))) {
      throw new Refusal('cabinet:refusals.resultAtCentre');
    }
    await handOutOnline(deed, caseId);
    return {};
  },
});
