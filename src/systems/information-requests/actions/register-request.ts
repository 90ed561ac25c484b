import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { registerLetter } from '../../../kernel/letters/inbox/index.ts';
import { CHANNELS } from '../information-request.ts';
import { openRequest } from '../open-request.ts';
import { bodyInput, openedView, requesterInput, subjectInput } from '../request-input.ts';
import { getUnit } from '../request-store.ts';

export const registerRequest = defineAction({
  name: 'information-requests.register-request',
  title: { uk: 'Зареєструвати запит на інформацію', en: 'Register an information request' },
  may: ['registrar'],
  importable: true,
  input: z.object({
    /** Made by an importer, so that its later deeds can name the case. */
    id: z.uuid().optional(),
    channel: z.enum(CHANNELS, 'information-requests:input.channelMissing'),
    /** Null where a past journal does not name anyone; imports only. */
    requester: requesterInput.nullable().default(null),
    subject: subjectInput,
    body: bodyInput,
    /** Life, freedom, environment, food, accidents: 48 hours (art. 20(2)). */
    urgent: z.boolean().default(false),
    /** The department that answers, by its code; may be named later. */
    unitCode: z.string().max(60).optional(),
    /** The letter of the incoming mail that it came by. */
    letterId: z.uuid().optional(),
    synthetic: z.string().max(200).optional(),
  }),
  output: openedView,
  async run(deed, { unitCode, letterId, requester, ...given }) {
    if (requester === null && !deed.imported) requesterInput.parse(requester);
    const unit = unitCode === undefined ? null : await getUnit(deed.tx, unitCode);
    const opened = await openRequest(deed, { ...given, requester, unitId: unit?.id ?? null });
    if (letterId !== undefined) await registerLetter(deed, letterId, opened.caseId);
    return opened;
  },
});
