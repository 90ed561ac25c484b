import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { accountOf } from '../../../kernel/actions/permission.ts';
import { ownApplicationView, readOwnApplication } from '../../applications/index.ts';
import { findDues } from '../../fees/index.ts';
import { tellLooks, toldLook } from '../../journal/index.ts';
import { caseIdInput } from '../cabinet-input.ts';
import { getWay } from '../own-store.ts';
import { mayTakeResult } from '../result-right.ts';

export const myApplication = defineQuery({
  name: 'cabinet.my-application',
  title: { uk: 'Моя заява', en: 'My application' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({ caseId: caseIdInput }),
  output: ownApplicationView.omit({ applicantCode: true }).extend({
    /** It was filed from this cabinet, or its number was proved: answers, files and the result are shown. */
    isWhole: z.boolean(),
    dues: z.array(z.object({ code: z.string(), amount: z.string(), isOpen: z.boolean() })),
    looks: z.array(toldLook),
  }),
  async run({ tx, actor, now, house, looked }, { caseId }) {
    const known = accountOf(actor);
    const way = await getWay(tx, actor, caseId);
    const { applicantCode, ...found } = await readOwnApplication(tx, caseId, now);
    const isWhole = mayTakeResult(way, applicantCode, known);
    looked({ kind: 'case', id: caseId });
    const dues = await findDues(tx, [caseId]);
    return {
      ...found,
      ...(isWhole ? {} : { answers: [], files: [], documents: [], resultFileId: null }),
      decision: isWhole || found.decision === null ? found.decision : { ...found.decision, note: null },
      isWhole,
      dues: dues.map(({ code, amount, state }) => ({
        code,
        amount,
        isOpen: state === 'due' || state === 'part-paid',
      })),
      looks: await tellLooks(tx, house, { kind: 'case', id: caseId }, known.accountId),
    };
  },
});
