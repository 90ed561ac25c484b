import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Actor, Role } from '../../kernel/actions/actor.ts';
import { RESIDENT } from '../../kernel/actions/actor.ts';
import type { ActionDefinition, Deed, QueryDefinition } from '../../kernel/actions/define.ts';
import type { House } from '../../kernel/actions/house.ts';
import type { Database } from '../../kernel/database/database.ts';
import type { z } from 'zod';
import type { Sector } from './sector.ts';

/** Tests: performs an action as the runtime does, in a transaction of its own, without the journal. */
export async function perform<I extends z.ZodType, O extends z.ZodType>(
  database: Database,
  action: ActionDefinition<I, O>,
  input: z.input<I>,
  by: { readonly actor: Actor; readonly now: Date },
): Promise<z.output<O>> {
  const { actor, now } = by;
  return database.transaction().execute(async (tx) => {
    const deed: Deed = {
      tx,
      actor,
      now,
      recordedAt: now,
      imported: actor.importedBy !== null,
      about: () => undefined,
      changed: () => undefined,
      afterCommit: () => undefined,
    };
    return action.output.parse(await action.run(deed, action.input.parse(input)));
  });
}

const HOUSE: House = {
  dataDir: '/nowhere',
  hasMailServer: false,
  isDemo: true,
  usesOutsideDatabase: false,
  nameInJournal: (value) => value,
  titleOf: () => undefined,
  kindOf: () => undefined,
  work: () => [],
  errands: () => [],
};

/** Tests: asks a query as the runtime does. */
export async function ask<I extends z.ZodType, O extends z.ZodType>(
  database: Database,
  query: QueryDefinition<I, O>,
  input: z.input<I>,
  by: { readonly actor: Actor; readonly now: Date },
): Promise<z.output<O>> {
  return database
    .transaction()
    .execute(async (tx) =>
      query.output.parse(
        await query.run(
          { tx, actor: by.actor, now: by.now, house: HOUSE, looked: () => undefined },
          query.input.parse(input),
        ),
      ),
    );
}

export async function makeHall(database: Database, code = 'main'): Promise<void> {
  await sql`
    insert into queue.halls (code, name, name_en, address, shelter, shelter_en)
    values (${code}, 'Зал', 'Hall', 'вул. Дослідна, 1', 'Підвал', 'Basement')`.execute(database);
}

export async function makeWindow(
  database: Database,
  window: { readonly number: number; readonly sectors: readonly Sector[]; readonly hall?: string },
): Promise<string> {
  const id = uuid();
  await sql`
    insert into queue.windows (id, hall, number, reception, sectors, active)
    values (${id}, ${window.hall ?? 'main'}, ${window.number}, 1, ${[...window.sectors]}, true)`.execute(
    database,
  );
  return id;
}

export async function makeClass(database: Database, code: string, creditMinutes: number): Promise<void> {
  await sql`
    insert into queue.privileged_classes (code, valid_from, name, name_en, article, document, credit_minutes)
    values (${code}, '1991-01-01', ${code}, ${code}, 'ст. 1', 'Посвідчення', ${creditMinutes})`.execute(
    database,
  );
}

let made = 0;

/** A member of staff in the tables, as the actor of deeds. */
export async function makeClerk(database: Database, ...roles: readonly Role[]): Promise<Actor> {
  const unitId = uuid();
  const staffId = uuid();
  const no = ++made;
  await sql`
    insert into kernel.units (id, code, kind, name, short_name, name_en, valid_from)
    values (${unitId}, ${`unit-${no}`}, 'centre', 'Центр', 'Центр', 'Centre', '2020-01-01')`.execute(
    database,
  );
  await sql`
    insert into kernel.staff (id, unit_id, login, name, roles, created_at)
    values (${staffId}, ${unitId}, ${`clerk-${no}`}, ${`Адміністратор ${no}`}, ${[...roles]}, '2020-01-01')`.execute(
    database,
  );
  return {
    ...RESIDENT,
    kind: 'staff',
    staffId,
    name: `clerk-${no}`,
    roles: roles.length > 0 ? roles : ['administrator'],
    unitId,
  };
}
