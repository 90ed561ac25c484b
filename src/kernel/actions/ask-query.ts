import { sql } from 'kysely';
import type { City } from '../city.ts';
import { inTransaction } from '../database/pipelined-dialect.ts';
import { type Actor, actorIdOf } from './actor.ts';
import type { AnyQuery, Asking, Subject } from './define.ts';
import { houseOf } from './house.ts';
import { InvalidInput } from './invalid-input.ts';
import { requireEntry } from './permission.ts';
import { forJournal } from './run-deed.ts';

/**
 * Asks a query. Looks at personal data (`asking.looked`) leave one journal row a request, with the
 * ids of what was shown and the reason given (DESIGN §6). Throws `Refusal` or `InvalidInput`.
 */
export async function askQuery(
  city: City,
  query: AnyQuery,
  input: unknown,
  by: { readonly actor: Actor; readonly reason?: string },
): Promise<unknown> {
  requireEntry(query, by.actor);
  const parsed = query.input.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(parsed.error);
  const now = city.clock.now();
  const subjects: Subject[] = [];
  let { reason } = by;
  return inTransaction(city.connections.database, async (tx, sendLast) => {
    const asking: Asking = {
      tx,
      actor: by.actor,
      now,
      house: houseOf(city),
      looked: (subject, why) => {
        subjects.push(subject);
        reason = why ?? reason;
      },
    };
    const answer: unknown = query.output.parse(await query.run(asking, parsed.data));
    if (subjects.length > 0) {
      const look = {
        name: query.name,
        subjects: JSON.stringify(subjects),
        input: JSON.stringify(forJournal(query.input, input, city.secrets.auditKey) ?? {}),
      };
      await sendLast(sql`
        insert into kernel.audit_journal
          (kind, occurred_at, recorded_at, name, actor_id, actor_name, actor_roles, unit_id, subjects, input, reason)
        values ('look', ${now}, ${now}, ${look.name}, ${actorIdOf(by.actor)}, ${by.actor.kind === 'staff' ? by.actor.name : null},
          ${by.actor.roles}, ${by.actor.unitId}, ${look.subjects}::jsonb, ${look.input}::jsonb, ${reason ?? null})`);
    }
    return answer;
  });
}
