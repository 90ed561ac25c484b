import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { notFound, Refusal } from '../../../kernel/actions/refusal.ts';
import { getCase } from '../../../kernel/cases/index.ts';
import { passHourlyBrake } from '../../../kernel/database/hourly-brake.ts';
import { TICKET } from '../ticket.ts';
import { caseIdInput, emailInput } from '../ticket-input.ts';

/** All neighbours of the city together. */
export const JOINS_AN_HOUR = 600;

/** A second ticket about one pit helps nobody: the neighbour stands beside the first one, and is told of it. */
export const joinProblem = defineAction({
  name: 'hotline.join-problem',
  title: { uk: 'Долучитися до заявки', en: 'Join a ticket' },
  may: ['resident'],
  input: z.object({ caseId: caseIdInput, email: personal(emailInput), again: z.boolean().default(false) }),
  output: z.object({ caseId: z.uuid(), number: z.string(), joined: z.int() }),
  async run(deed, { caseId, email, again }) {
    await passHourlyBrake(
      deed.tx,
      'hotline.join_hours',
      deed.now,
      JOINS_AN_HOUR,
      'hotline:refusals.tooManyNow',
    );
    const found = await getCase(deed.tx, caseId);
    if (found.kind !== TICKET.name) throw notFound('hotline:refusals.noSuchTicket');
    if (!found.isOpen) throw new Refusal('hotline:refusals.closedAlready');
    // Who joined before without an address and leaves one now is still one person.
    if (again)
      await sql`
        delete from hotline.joiners where id = (
          select id from hotline.joiners where case_id = ${caseId} and email = '' order by joined_at desc limit 1
             for update)`.execute(deed.tx);
    await sql`
      insert into hotline.joiners (id, case_id, joined_at, email)
      values (${uuid()}, ${caseId}, ${deed.now}, ${email})
      on conflict (case_id, lower(email)) where email <> '' do nothing`.execute(deed.tx);
    const { rows } = await sql<{ joined: number }>`
      select count(*)::int as joined from hotline.joiners where case_id = ${caseId}`.execute(deed.tx);
    deed.about({ kind: 'case', id: caseId });
    return { caseId, number: found.number, joined: rows[0]?.joined ?? 1 };
  },
});
