import { sql } from 'kysely';
import { readTimeline } from '../../kernel/cases/index.ts';
import type { Transaction } from '../../kernel/database/database.ts';

export interface CourseEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly holderKind: string;
  readonly holder: string | null;
  /** Who did it; the public page leaves it out. */
  readonly actor: string | null;
  /** The words of the deed: a resolution, a reason. */
  readonly words: string | null;
}
export type Course = readonly CourseEvent[];

/** What happened to an appeal, with names. */
export async function readCourse(tx: Transaction, caseId: string): Promise<Course> {
  const timeline = await readTimeline(tx, caseId);
  const { rows } = await sql<{ id: string; name: string }>`
    select id, short_name as name from kernel.units
    where id = any(${timeline.flatMap(({ holder }) => holder.unitId ?? [])}::uuid[])
    union all select id, name from kernel.staff
    where id = any(${timeline.flatMap(({ actorId }) => actorId ?? [])}::uuid[])`.execute(tx);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return timeline.map(({ seq, type, occurredAt, holder, actorId, data }) => ({
    seq,
    type,
    at: occurredAt,
    holderKind: holder.kind,
    holder: names.get(holder.unitId ?? '') ?? null,
    actor: names.get(actorId ?? '') ?? null,
    words: wordsOf(data),
  }));
}

function wordsOf(data: Readonly<Record<string, unknown>>): string | null {
  const found = [data['text'], data['reason'], data['note']].find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : null;
}
