import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { notFound } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';
import type { PersonData } from './resident-input.ts';

/** Who writes and when: a deed, or the background work of an import begun by one. */
export interface Writing {
  readonly tx: Transaction;
  readonly now: Date;
  readonly recordedAt: Date;
  readonly staffId: string | null;
  readonly imported: boolean;
}

export function writingOf(deed: Deed): Writing {
  const { tx, now, recordedAt, imported, actor } = deed;
  return { tx, now, recordedAt, imported, staffId: actor.staffId };
}

const MEANINGS = {
  residents_pkey: 'community-register:refusals.alreadyEntered',
  residents_rnokpp: 'community-register:refusals.rnokppTaken',
  residents_unzr: 'community-register:refusals.unzrTaken',
  residents_document: 'community-register:refusals.documentTaken',
};

export async function insertResident(
  writing: Writing,
  person: PersonData & { readonly address: string | null },
  id: string = uuid(),
): Promise<string> {
  const { tx, now, recordedAt, staffId, imported } = writing;
  const inserted = sql`
    insert into community_register.residents
      (id, name, birth_date, address, sex, rnokpp, unzr, document_kind, document_number, entered_at, recorded_at,
       entered_by, imported)
    values (${id}, ${person.name}, ${person.birthDate}::date, ${person.address}, ${person.sex}, ${person.rnokpp},
            ${person.unzr}, ${person.documentKind}, ${person.documentNumber}, ${now}, ${recordedAt}, ${staffId},
            ${imported})`.execute(tx);
  await whenBroken(inserted, MEANINGS);
  return id;
}

const PERSON = sql.raw(`name, birth_date as "birthDate", sex, rnokpp, unzr, document_kind as "documentKind",
  document_number as "documentNumber"`);

/** The person as written now, locked against another's change. Throws `Refusal` 404. */
export async function lockResident(tx: Transaction, id: string): Promise<PersonData> {
  const { rows } = await sql<PersonData>`
    select ${PERSON} from community_register.residents where id = ${id} and erased_at is null for update`.execute(
    tx,
  );
  const [person] = rows;
  if (person === undefined) throw notFound('community-register:refusals.noSuchResident');
  return person;
}

/** Writes a person anew and keeps what was there before. Answers with the fields that differ. */
export async function changeResident(
  writing: Writing,
  id: string,
  person: PersonData,
  ground: string,
): Promise<readonly string[]> {
  const { tx, now, staffId } = writing;
  const before = await lockResident(tx, id);
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(person))];
  const fields = [...old.keys()].filter((field) => old.get(field) !== fresh.get(field));
  if (fields.length === 0) return [];
  const part = (of: ReadonlyMap<string, unknown>) =>
    JSON.stringify(Object.fromEntries(fields.map((field) => [field, of.get(field) ?? null])));
  const updated = sql`
    update community_register.residents
       set name = ${person.name}, birth_date = ${person.birthDate}::date, sex = ${person.sex}, rnokpp = ${person.rnokpp},
           unzr = ${person.unzr}, document_kind = ${person.documentKind}, document_number = ${person.documentNumber},
           changed_at = ${now}
     where id = ${id}`.execute(tx);
  await whenBroken(updated, MEANINGS);
  await sql`
    insert into community_register.changes (id, resident_id, changed_at, changed_by, ground, before, after)
    values (${uuid()}, ${id}, ${now}, ${staffId}, ${ground}, ${part(old)}::jsonb, ${part(fresh)}::jsonb)`.execute(
    tx,
  );
  return fields;
}

/** The person an import means: by numbers first, then by paper, then by name and day of birth. */
export async function findSamePerson(tx: Transaction, person: PersonData): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select id, 1 as rank from community_register.residents where rnokpp = ${person.rnokpp}
      union all select id, 2 from community_register.residents where unzr = ${person.unzr}
      union all select id, 3 from community_register.residents
        where document_kind = ${person.documentKind} and document_number = ${person.documentNumber}
      union all select id, 4 from community_register.residents
        where name = ${person.name} and birth_date = ${person.birthDate}::date
          and (rnokpp is null or ${person.rnokpp}::text is null)) found
     order by rank limit 1`.execute(tx);
  return rows[0]?.id;
}

/** Notes whose child it is; both must be in the register. */
export async function linkParent({ tx, now }: Writing, childId: string, parentId: string): Promise<void> {
  const inserted = sql`
    insert into community_register.parents (child_id, parent_id, entered_at)
    values (${childId}, ${parentId}, ${now}) on conflict do nothing`.execute(tx);
  await whenBroken(inserted, {
    parents_child_id_fkey: 'community-register:refusals.noSuchResident',
    parents_parent_id_fkey: 'community-register:refusals.noSuchResident',
  });
}
