import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { type Deed, defineAction } from '../../../kernel/actions/define.ts';
import { wrongField } from '../../../kernel/actions/invalid-input.ts';
import { excludeFromCase, linkCases } from '../../../kernel/cases/index.ts';
import { viewSteps } from '../../../kernel/cases/view/course-view.ts';
import { registerLetter } from '../../../kernel/letters/inbox/index.ts';
import {
  authorInput,
  cardInput,
  caseIdInput,
  complainedOfInput,
  placeInput,
  registeredView,
  textInput,
} from '../appeal-input.ts';
import { findUnits } from '../find-units.ts';
import { registerAppeal as register } from '../register-appeal.ts';

const input = cardInput.extend({
  /** Made by an importer, so that its later deeds can name the case. */
  id: z.uuid().optional(),
  author: authorInput.prefault({}),
  /** An import may leave it out. */
  text: textInput.or(z.literal('')).default(''),
  place: placeInput.prefault({}),
  complainedOf: complainedOfInput.prefault({}),
  /** The appeal of the same person that this one repeats. */
  repeatOf: caseIdInput.optional(),
  fileIds: z.array(z.uuid()).max(20).default([]),
  /** The incoming letter it was read from. */
  letterId: z.uuid().optional(),
  synthetic: z.string().max(200).optional(),
});

export const registerAppeal = defineAction({
  name: 'appeals.register-appeal',
  title: { uk: 'Зареєструвати звернення', en: 'Register an appeal' },
  input,
  output: registeredView,
  may: ['registrar', 'operator'],
  importable: true,
  async run(deed, given) {
    const { id, author, text, place, complainedOf, repeatOf, fileIds, letterId, synthetic, ...told } = given;
    // What repeats an appeal is no first one, whatever else was left as it stood.
    const card =
      repeatOf !== undefined && told.sign === 'first' ? { ...told, sign: 'repeated' as const } : told;
    if (text === '' && !deed.imported) throw wrongField(['text'], 'appeals:input.textMissing');
    requireOwnChannel(deed, card.channel);
    const opened = await register(deed, { id, card, author, text, place, fileIds, synthetic });
    const unitIds = await findUnits(deed.tx, complainedOf.unitCodes);
    await excludeFromCase(deed, opened.id, { staffIds: complainedOf.staffIds, unitIds });
    if (repeatOf !== undefined)
      await linkCases(deed, { caseId: opened.id, otherId: repeatOf, kind: 'repeat' });
    if (letterId !== undefined) await registerLetter(deed, letterId, opened.id);
    const { number, index, trackingCode, dueOn, countedFrom, steps } = opened;
    return {
      caseId: opened.id,
      number,
      index,
      trackingCode,
      dueOn,
      countedFrom,
      steps: deed.imported ? [] : viewSteps(steps),
    };
  },
});

/** An operator hears appeals by telephone, and only so. */
function requireOwnChannel({ actor }: Deed, channel: string): void {
  if (hasRole(actor, 'registrar') || channel === 'hotline') return;
  throw wrongField(['channel'], 'appeals:input.operatorHearsCalls');
}
