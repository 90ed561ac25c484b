import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { notFound, Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { hotlineChanged } from '../hotline-live.ts';

export const beginShift = defineAction({
  name: 'hotline.begin-shift',
  title: { uk: 'Стати на чергування', en: 'Begin a shift' },
  may: ['operator'],
  input: z.object({}),
  output: z.object({ shiftId: z.uuid() }),
  async run(deed) {
    const shiftId = uuid();
    // The unique index says who is on already, whatever two clicks do at once.
    const { numAffectedRows } = await sql`
      insert into hotline.shifts (id, staff_id, began_at) values (${shiftId}, ${deed.actor.staffId}, ${deed.now})
      on conflict do nothing`.execute(deed.tx);
    if (numAffectedRows !== 1n) throw new Refusal('hotline:refusals.onDutyAlready');
    deed.about({ kind: 'shift', id: shiftId });
    hotlineChanged(deed);
    return { shiftId };
  },
});

export const endShift = defineAction({
  name: 'hotline.end-shift',
  title: { uk: 'Здати чергування', en: 'End a shift' },
  may: ['operator'],
  input: z.object({ handOver: z.string().trim().max(2000).default('') }),
  output: z.object({ shiftId: z.uuid() }),
  async run(deed, { handOver }) {
    const { rows } = await sql<{ id: string }>`
      update hotline.shifts set ended_at = greatest(began_at, ${deed.now}), hand_over = ${handOver}
       where staff_id = ${deed.actor.staffId} and ended_at is null returning id`.execute(deed.tx);
    const [shift] = rows;
    if (shift === undefined) throw new Refusal('hotline:refusals.notOnDuty');
    deed.about({ kind: 'shift', id: shift.id });
    hotlineChanged(deed);
    return { shiftId: shift.id };
  },
});

/** Nobody answered: it waits an hour more; after the third time it has failed. */
const MOST_TRIES = 3;

export const settleCallBack = defineAction({
  name: 'hotline.settle-call-back',
  title: { uk: 'Записати, чи передзвонили', en: 'Record a call-back' },
  may: ['operator'],
  input: z.object({ callBackId: z.uuid(), reached: z.boolean() }),
  output: z.object({ callBackId: z.uuid(), state: z.enum(['waiting', 'done', 'failed']) }),
  async run(deed, { callBackId, reached }) {
    const { rows } = await sql<{ state: 'waiting' | 'done' | 'failed' }>`
      update hotline.call_backs set
        tries = tries + 1,
        state = case when ${reached}::boolean then 'done' when tries + 1 >= ${MOST_TRIES}::int then 'failed' else 'waiting' end,
        due_at = case when ${reached}::boolean then due_at else ${deed.now}::timestamptz + interval '1 hour' end,
        settled_at = ${deed.now}, settled_by = ${deed.actor.staffId}
       where id = ${callBackId} and state = 'waiting' returning state`.execute(deed.tx);
    const [row] = rows;
    if (row === undefined) throw notFound('hotline:refusals.noSuchCallBack');
    deed.about({ kind: 'call-back', id: callBackId });
    hotlineChanged(deed);
    return { callBackId, state: row.state };
  },
});

export const writeAnswer = defineAction({
  name: 'hotline.write-answer',
  title: { uk: 'Записати відповідь до бази знань', en: 'Write an answer of the knowledge base' },
  may: ['operator', 'registrar'],
  input: z.object({
    /** The answer that this one takes the place of. */
    replaces: z.uuid().optional(),
    topic: z.string().trim().max(60).nullable().default(null),
    question: z.string().trim().min(5, 'hotline:input.questionMissing').max(300),
    answer: z.string().trim().min(5, 'hotline:input.answerMissing').max(5000),
  }),
  output: z.object({ answerId: z.uuid() }),
  async run(deed, { replaces, topic, question, answer }) {
    const answerId = uuid();
    const { numAffectedRows } = await sql`
      insert into hotline.answers (id, topic, question, answer, valid_from, written_by)
      select ${answerId}, ${topic}, ${question}, ${answer}, ${kyivDate(deed.now)}, ${deed.actor.staffId}
       where ${topic}::text is null or exists (select from hotline.topics where code = ${topic})`.execute(
      deed.tx,
    );
    if (numAffectedRows !== 1n) throw new Refusal('hotline:refusals.noSuchTopic', {}, 422);
    if (replaces !== undefined)
      await sql`
        update hotline.answers set valid_to = greatest(valid_from, ${kyivDate(deed.now)})
         where id = ${replaces} and valid_to is null`.execute(deed.tx);
    deed.about({ kind: 'answer', id: answerId });
    return { answerId };
  },
});
