import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../kernel/database/database.ts';

export interface Resolution {
  readonly id: string;
  readonly parentId: string | null;
  readonly authorId: string;
  readonly author: string;
  readonly unitId: string;
  readonly unit: string;
  readonly staffId: string | null;
  readonly staff: string | null;
  readonly role: 'executor' | 'co-executor';
  readonly questionNo: number | null;
  readonly text: string;
  readonly dueOn: string | null;
  readonly givenAt: Date;
}

export interface NewResolution {
  readonly id: string;
  readonly parentId: string | null;
  readonly authorId: string;
  readonly unitId: string;
  readonly staffId: string | null;
  readonly role: 'executor' | 'co-executor';
  readonly questionNo: number | null;
  readonly text: string;
  readonly dueOn: string | null;
}

/** A statement beside the event of the case; the database refuses whom the appeal complains of. */
export function insertResolutions(
  caseId: string,
  resolutions: readonly NewResolution[],
  at: Date,
): RawBuilder<unknown> {
  return sql`
    insert into appeals.resolutions (
      id, case_id, parent_id, author_id, unit_id, staff_id, role, question_no, text, due_on, given_at)
    select id, ${caseId}::uuid, "parentId", "authorId", "unitId", "staffId", role, "questionNo", text, "dueOn", ${at}
    from jsonb_to_recordset(${JSON.stringify(resolutions)}::jsonb) as given(
      id uuid, "parentId" uuid, "authorId" uuid, "unitId" uuid, "staffId" uuid, role text,
      "questionNo" int, text text, "dueOn" date)`;
}

/** In the order they were given: a parent stands before its children. */
export async function readResolutions(tx: Transaction, caseId: string): Promise<readonly Resolution[]> {
  const { rows } = await sql<Resolution>`
    select r.id, r.parent_id as "parentId", r.author_id as "authorId", author.name as author,
           r.unit_id as "unitId", unit.short_name as unit, r.staff_id as "staffId", staff.name as staff, r.role,
           r.question_no as "questionNo", r.text, r.due_on as "dueOn", r.given_at as "givenAt"
    from appeals.resolutions r
    join kernel.staff author on author.id = r.author_id join kernel.units unit on unit.id = r.unit_id
    left join kernel.staff staff on staff.id = r.staff_id
    where r.case_id = ${caseId} and r.withdrawn_at is null order by r.given_at, r.id`.execute(tx);
  return rows;
}
