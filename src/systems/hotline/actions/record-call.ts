import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Deed, defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { insertCall, insertCallBack, requireEvent } from '../call-store.ts';
import { fileAppealOfCall } from '../file-appeal-of-call.ts';
import { hotlineChanged } from '../hotline-live.ts';
import { ELSEWHERE_KINDS } from '../knowledge.ts';
import { openTicket } from '../open-ticket.ts';
import { getTopic } from '../routing.ts';
import { OUTCOMES } from '../ticket.ts';
import { nameInput, phoneInput, placeInput, textInput, ticketView, urgencyInput } from '../ticket-input.ts';

const input = z
  .object({
    /** Made by an importer, so that it can tell its calls apart. */
    id: z.uuid().optional(),
    phone: phoneInput,
    name: nameInput,
    topic: z.string().trim().max(60).nullable().default(null),
    outcome: z.enum(OUTCOMES, 'hotline:input.outcomeMissing'),
    houseId: z.uuid().optional(),
    place: placeInput,
    text: textInput,
    urgency: urgencyInput.default('ordinary'),
    answerId: z.uuid().optional(),
    eventId: z.uuid().optional(),
    /** What else was read out: a published answer by its id, a service by its code. */
    told: z.object({ kind: z.enum(ELSEWHERE_KINDS), id: z.string().trim().min(1).max(60) }).optional(),
    /** The exchange's id of the call: it is written down once. */
    exchangeCall: z.string().trim().min(1).max(100).optional(),
    callBackAt: z.coerce.date().optional(),
    /** Where the written answer of an appeal goes. */
    authorAddress: personal(z.string().trim().max(500).default('')),
    synthetic: z.string().max(200).optional(),
  })
  .superRefine((call, context) => {
    const miss = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (['ticket', 'appeal'].includes(call.outcome) && call.topic === null)
      miss('topic', 'hotline:input.topicMissing');
    if (call.outcome === 'event' && call.eventId === undefined) miss('eventId', 'hotline:input.eventMissing');
    if (call.outcome === 'call-back' && call.phone === '') miss('phone', 'hotline:input.phoneMissing');
    if (call.outcome === 'appeal' && call.text.length < 5) miss('text', 'hotline:input.textMissing');
  });
export type CallInput = z.output<typeof input>;

export const recordCall = defineAction({
  name: 'hotline.record-call',
  title: { uk: 'Записати дзвінок', en: 'Record a call' },
  may: ['operator'],
  importable: true,
  input,
  output: z.object({
    callId: z.uuid(),
    ticket: ticketView.nullable(),
    appeal: ticketView.nullable(),
    callBackId: z.uuid().nullable(),
  }),
  async run(deed, call) {
    requireStated(deed, call);
    const callId = call.id ?? uuid();
    if (call.topic !== null) await getTopic(deed.tx, call.topic, kyivDate(deed.now));
    if (call.outcome === 'event') await requireEvent(deed, call.eventId ?? '');
    const ticket = call.outcome === 'ticket' ? await ticketOf(deed, call) : null;
    const appeal = call.outcome === 'appeal' ? await fileAppealOfCall(deed, call) : null;
    await insertCall(deed, { ...call, id: callId, caseId: ticket?.caseId ?? appeal?.caseId ?? null });
    const callBackId = call.outcome === 'call-back' ? await insertCallBack(deed, callId, call) : null;
    if (call.exchangeCall !== undefined) await endRing(deed, call.exchangeCall);
    deed.about({ kind: 'call', id: callId });
    hotlineChanged(deed);
    return { callId, ticket, appeal, callBackId };
  },
});

/** Only a past journal may be silent about what a call ended with. */
function requireStated(deed: Deed, { outcome }: CallInput): void {
  if (outcome === 'not-stated' && !deed.imported) throw new Refusal('hotline:refusals.notStated', {}, 422);
}

function ticketOf(deed: Deed, call: CallInput) {
  return openTicket(deed, { ...call, id: undefined, topic: call.topic ?? '', channel: 'telephone' });
}

async function endRing(deed: Deed, callId: string): Promise<void> {
  await sql`
    update hotline.rings set answered_at = coalesce(answered_at, ${deed.now}), told_at = ${deed.now}
     where call_id = ${callId}`.execute(deed.tx);
}
