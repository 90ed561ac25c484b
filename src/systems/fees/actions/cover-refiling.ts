import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { getCase } from '../../../kernel/cases/index.ts';
import { coverCase, lockDue } from '../due-store.ts';

/** Law 5203-VI art. 11: who files again after a cure does not pay again. */
export const coverRefiling = defineAction({
  name: 'fees.cover-refiling',
  title: {
    uk: 'Зарахувати сплачений збір за повторною заявою',
    en: 'Let a paid fee cover a repeated application',
  },
  may: ['administrator'],
  input: z.object({ dueId: z.uuid(), caseId: z.uuid('fees:input.caseMissing') }),
  output: z.object({ dueId: z.uuid(), code: z.string() }),
  async run(deed, { dueId, caseId }) {
    const due = await lockDue(deed.tx, dueId);
    const [first, again] = [await getCase(deed.tx, due.caseId), await getCase(deed.tx, caseId)];
    if (due.state === 'cancelled') throw new Refusal('fees:refusals.cancelled', {}, 409);
    if (again.definitionCode !== due.serviceCode) throw new Refusal('fees:refusals.otherService', {}, 409);
    const { code, name } = first.applicant ?? { code: null, name: null };
    const same = code === null ? name === again.applicant?.name : code === again.applicant?.code;
    if (!same || again.applicant === null) throw new Refusal('fees:refusals.otherPerson', {}, 409);
    await coverCase(deed.tx, { caseId, dueId, at: deed.now, by: deed.actor.staffId });
    deed.about({ kind: 'case', id: caseId });
    deed.about({ kind: 'due', id: dueId });
    return { dueId, code: due.code };
  },
});
