import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Deed, defineAction, personal } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { findTrackedCase } from '../../../kernel/cases/index.ts';
import { TICKET } from '../ticket.ts';
import { caseIdInput, deedView, viewDeed } from '../ticket-input.ts';
import { advanceTicket } from '../ticket-store.ts';

const said = {
  /** Whether it was really done; if not, the body has it again and its clock goes on. */
  reallyDone: z.boolean(),
  mark: z.coerce.number().int().min(1).max(5).optional(),
  comment: personal(z.string().trim().max(2000).default('')),
};
type Said = z.output<z.ZodObject<typeof said>>;

/** The operator asks on the telephone. */
export const confirmTicket = defineAction({
  name: 'hotline.confirm-ticket',
  title: { uk: 'Записати, чи справді зроблено', en: 'Record whether it was really done' },
  may: ['operator'],
  importable: true,
  input: z.object({ caseId: caseIdInput, ...said }),
  output: deedView,
  run: (deed, { caseId, ...words }) => confirm(deed, caseId, 'telephone', words),
});

/** The resident says it by number and code. */
export const answerTicket = defineAction({
  name: 'hotline.answer-ticket',
  title: { uk: 'Сказати, чи справді зроблено', en: 'Say whether it was really done' },
  may: ['resident'],
  input: z.object({
    number: z.string().trim().min(1).max(60),
    code: personal(z.string().trim().min(1).max(60)),
    ...said,
  }),
  output: deedView,
  async run(deed, { number, code, ...words }) {
    const tracked = await findTrackedCase(deed.tx, number, code);
    if (tracked === null || tracked.kind !== TICKET.name) throw notFound('hotline:refusals.notTracked');
    return confirm(deed, tracked.id, 'site', words);
  },
});

async function confirm(
  deed: Deed,
  caseId: string,
  channel: 'telephone' | 'site',
  { reallyDone, mark, comment }: Said,
) {
  const words = sql`really_done = ${reallyDone}, mark = ${mark ?? null}, comment = ${comment}`;
  const done = await advanceTicket(deed, caseId, (found) => {
    if (reallyDone)
      return {
        event: 'confirmed',
        to: 'confirmed',
        outcome: 'done',
        set: sql`${words}, confirmed_at = ${deed.now}`,
      };
    return {
      event: 'reopened',
      to: 'in-work',
      holder:
        found.unitId === null
          ? { kind: 'front-office', unitId: null }
          : { kind: 'body', unitId: found.unitId },
      clock: { type: 'resume' },
      set: sql`${words}, reopened = reopened + 1, done_on = null, in_term = null, due_on = null`,
    };
  });
  await sql`
    insert into hotline.confirmations (id, case_id, at, day, unit_id, channel, really_done, mark)
    values (${uuid()}, ${caseId}, ${deed.now}, ${kyivDate(deed.now)}, ${done.before.unitId}, ${channel}, ${reallyDone},
            ${mark ?? null})`.execute(deed.tx);
  return viewDeed(done);
}
