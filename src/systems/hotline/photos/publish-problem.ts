import { sql } from 'kysely';
import { z } from 'zod';
import { type Actor, hasRole } from '../../../kernel/actions/actor.ts';
import { defineAction } from '../../../kernel/actions/define.ts';
import { notFound, Refusal } from '../../../kernel/actions/refusal.ts';
import { getCase } from '../../../kernel/cases/index.ts';
import { TICKET } from '../ticket.ts';
import { caseIdInput } from '../ticket-input.ts';
import { getPhoto, PHOTO_STATES, writeDecision } from './photo-store.ts';

/** Operators look after all that is published; a body after its own tickets. */
function requireModerator(actor: Actor, unitId: string | null): void {
  if (hasRole(actor, 'operator')) return;
  if (hasRole(actor, 'specialist') && unitId !== null && unitId === actor.unitId) return;
  throw new Refusal('hotline:refusals.notModerator', {}, 403);
}

export const decidePhoto = defineAction({
  name: 'hotline.decide-photo',
  title: { uk: 'Показати фото всім або сховати', en: 'Publish or hide a photograph' },
  may: ['operator', 'specialist'],
  input: z
    .object({
      photoId: z.uuid(),
      publish: z.boolean(),
      /** Why it is hidden. */
      reason: z.string().trim().max(500).default(''),
    })
    .refine(({ publish, reason }) => publish || reason.length >= 3, {
      path: ['reason'],
      message: 'hotline:input.hideReasonMissing',
    }),
  output: z.object({ photoId: z.uuid(), caseId: z.uuid(), state: z.enum(PHOTO_STATES) }),
  async run(deed, { photoId, publish, reason }) {
    const photo = await getPhoto(deed.tx, photoId);
    requireModerator(deed.actor, photo.unitId);
    const state = publish ? ('published' as const) : ('hidden' as const);
    await writeDecision(deed, photoId, { state, reason: publish ? '' : reason });
    deed.about({ kind: 'case', id: photo.caseId });
    deed.about({ kind: 'file', id: photoId });
    deed.changed('state', photo.state, state);
    return { photoId, caseId: photo.caseId, state };
  },
});

/** Nobody's telephone goes out by an oversight: so many digits in a row are no house number. */
const LOOKS_PERSONAL = /@|(?:\+?\d[\s()-]*){9,}/;

export const publishWords = defineAction({
  name: 'hotline.publish-words',
  title: { uk: 'Написати, що побачать усі', en: 'Write what everyone will read' },
  may: ['operator', 'specialist'],
  input: z.object({
    caseId: caseIdInput,
    /** Short, the moderator's own; '' = only topic and place are shown. */
    words: z
      .string()
      .trim()
      .max(500, 'hotline:input.publicWordsLong')
      .refine((words) => !LOOKS_PERSONAL.test(words), 'hotline:input.publicWordsPersonal'),
  }),
  output: z.object({ caseId: z.uuid(), words: z.string() }),
  async run(deed, { caseId, words }) {
    const found = await getCase(deed.tx, caseId);
    if (found.kind !== TICKET.name) throw notFound('hotline:refusals.noSuchTicket');
    requireModerator(deed.actor, found.unitId);
    await sql`
      update hotline.tickets
         set public_words = ${words}, published_by = ${deed.actor.staffId}, published_at = ${deed.now},
             changed_at = ${deed.now}
       where case_id = ${caseId}`.execute(deed.tx);
    deed.about({ kind: 'case', id: caseId });
    deed.changed('words', null, words);
    return { caseId, words };
  },
});
