import { sql } from 'kysely';
import { notFound, Refusal } from '../../kernel/actions/refusal.ts';
import type { Deed } from '../../kernel/actions/define.ts';
import { COMES_FROM, type CommentState } from './rating.ts';

/** What a comment becomes, with the words it becomes it by. */
export type Verdict =
  | { readonly state: 'published'; readonly text: string }
  | { readonly state: 'hidden'; readonly reason: string };

/** One statement moves the state, so that of two who judge at once one is told. */
export async function judgeComment(deed: Deed, id: string, verdict: Verdict): Promise<void> {
  const { tx, actor, now } = deed;
  const text = verdict.state === 'published' ? verdict.text : null;
  const reason = verdict.state === 'hidden' ? verdict.reason : null;
  const { rows } = await sql`
    update ratings.ratings
       set comment_state = ${verdict.state}, published_comment = ${text}, hidden_reason = ${reason},
           moderated_by = ${actor.staffId}, moderated_at = ${now}
     where id = ${id} and comment_state = any(${[...COMES_FROM[verdict.state]]})
    returning id`.execute(tx);
  if (rows.length === 0) throw await whyNot(deed, id);
  deed.about({ kind: 'rating', id });
}

async function whyNot({ tx }: Deed, id: string): Promise<Refusal> {
  const { rows } = await sql<{ state: CommentState | null }>`
    select comment_state as state from ratings.ratings where id = ${id}`.execute(tx);
  const [row] = rows;
  if (row === undefined) return notFound('ratings:refusals.noSuchRating');
  return new Refusal(row.state === null ? 'ratings:refusals.noComment' : 'ratings:refusals.judgedAlready');
}
