import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import {
  beginControl,
  endControl,
  excludeFromCase,
  readControls,
  readQuestions,
  writeOutcomes,
} from '../../../kernel/cases/index.ts';
import { advanceAppeal, writeEnding } from '../appeal-store.ts';
import { caseIdInput, complainedOfInput, deedView, viewDeed } from '../appeal-input.ts';
import { freeTwins } from '../free-twins.ts';
import { findUnits } from '../find-units.ts';
import { requireController, staffOf } from '../who-may.ts';

/** A leader watches over the appeal; the first resolution does the same. */
export const putUnderControl = defineAction({
  name: 'appeals.put-under-control',
  title: { uk: 'Узяти на контроль', en: 'Put under control' },
  input: z.object({ caseId: caseIdInput }),
  output: deedView,
  may: ['leader'],
  async run(deed, { caseId }) {
    const { staffId } = staffOf(deed.actor);
    await requireController(deed.tx, deed.actor, caseId);
    const done = await advanceAppeal(deed, caseId, {
      event: 'controlled',
      beside: beginControl(caseId, staffId, deed.now),
    });
    return viewDeed(done);
  },
});

export const removeFromControl = defineAction({
  name: 'appeals.remove-from-control',
  title: { uk: 'Зняти з контролю', en: 'Remove from control' },
  input: z.object({
    caseId: caseIdInput,
    reason: personal(z.string().trim().min(3, 'appeals:input.reasonMissing').max(1000)),
  }),
  output: deedView,
  may: ['leader'],
  async run(deed, { caseId, reason }) {
    const { staffId } = staffOf(deed.actor);
    await requireController(deed.tx, deed.actor, caseId);
    const controls = await readControls(deed.tx, caseId);
    if (!controls.some(({ to }) => to === null)) throw new Refusal('cases:refusals.notControlled');
    const done = await advanceAppeal(deed, caseId, {
      event: 'control-removed',
      data: { reason },
      beside: endControl(caseId, { by: staffId, at: deed.now, reason }),
    });
    return viewDeed(done);
  },
});

/** Whom it complains of, where that was seen only later. */
export const nameComplainedOf = defineAction({
  name: 'appeals.name-complained-of',
  title: { uk: 'Зазначити, на кого скаржаться', en: 'Name whom it complains of' },
  input: z.object({ caseId: caseIdInput, complainedOf: complainedOfInput }),
  output: deedView,
  may: ['registrar', 'leader'],
  async run(deed, { caseId, complainedOf }) {
    const done = await advanceAppeal(deed, caseId, { event: 'complained-of-named' });
    const unitIds = await findUnits(deed.tx, complainedOf.unitCodes);
    await excludeFromCase(deed, caseId, { staffIds: complainedOf.staffIds, unitIds });
    return viewDeed(done);
  },
});

const WITHDRAWN = 'withdrawn';

/** At the author's request; the questions that were not answered yet share its outcome. */
export const withdrawAppeal = defineAction({
  name: 'appeals.withdraw-appeal',
  title: { uk: 'Записати, що автор відкликав звернення', en: 'Withdraw an appeal for its author' },
  input: z.object({
    caseId: caseIdInput,
    /** Number and date of the letter in which the author took it back. */
    note: personal(z.string().trim().max(1000).default('')),
  }),
  output: deedView,
  may: ['registrar'],
  async run(deed, { caseId, note }) {
    const questions = await readQuestions(deed.tx, caseId);
    const open = questions.flatMap(({ no, outcome }) =>
      outcome === null ? [{ no, outcome: WITHDRAWN }] : [],
    );
    const done = await advanceAppeal(deed, caseId, (found) => ({
      event: 'withdrawn',
      to: 'withdrawn',
      outcome: WITHDRAWN,
      ...(note === '' ? {} : { data: { note } }),
      beside: [
        writeOutcomes(caseId, open, deed.now),
        writeEnding(found, deed.now, { outcome: WITHDRAWN, note }),
      ],
    }));
    await freeTwins(deed, caseId);
    return viewDeed(done);
  },
});
