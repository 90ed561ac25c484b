import { sql } from 'kysely';
import { z } from 'zod';
import { type Asking, defineQuery, personal } from '../../../kernel/actions/define.ts';
import { findSimilar, type SimilarAppeal } from '../similar-store.ts';

/** Fewer like appeals are not told of: one would name its author. */
const LEAST_PUBLIC = 5;
/** 0–100: below it two texts only share some words. */
const ALIKE = 35;
const MOST = 50;

export const similarHint = z.object({
  /** The visitor's own, when signed in. */
  own: z.array(
    z.object({
      number: z.string(),
      index: z.string(),
      caseId: z.uuid(),
      day: z.iso.date(),
      state: z.string(),
      title: z.string(),
    }),
  ),
  /** How many wrote of the like, by topic; nothing of who and what. */
  topics: z.array(z.object({ topic: z.string(), count: z.int() })),
});
export type SimilarHint = z.output<typeof similarHint>;

/** «Чи не писали про це раніше?»: one's own appeals, and how many there are of a topic. Nobody else's words. */
export const hintSimilar = defineQuery({
  name: 'appeals.hint-similar',
  title: { uk: 'Чи не писали про це раніше', en: 'Was this written about before' },
  input: z.object({ text: personal(z.string().trim().max(20_000).default('')) }),
  output: similarHint,
  may: ['resident'],
  async run(asking, { text }) {
    if (text.length < 20) return { own: [], topics: [] };
    const found = (await findSimilar(asking.tx, { text }, MOST)).filter(({ likeness }) => likeness >= ALIKE);
    const own = await ownAmong(asking, found);
    return { own, topics: topicsOf(found) };
  },
});

async function ownAmong({ tx, actor }: Asking, found: readonly SimilarAppeal[]): Promise<SimilarHint['own']> {
  const { resident } = actor;
  if (resident === null) return [];
  const { rows } = await sql<{ id: string }>`
    select case_id as id from kernel.case_accounts
    where account_id = ${resident.accountId} and case_id = any(${found.map(({ caseId }) => caseId)}::uuid[])`.execute(
    tx,
  );
  const own = new Set(rows.map(({ id }) => id));
  return found
    .filter(({ caseId }) => own.has(caseId))
    .map(({ number, index, caseId, day, state, title }) => ({ number, index, caseId, day, state, title }));
}

function topicsOf(found: readonly SimilarAppeal[]): SimilarHint['topics'] {
  const byTopic = Map.groupBy(found, ({ title }) => title);
  return [...byTopic]
    .map(([topic, appeals]) => ({ topic, count: appeals.length }))
    .filter(({ count }) => count >= LEAST_PUBLIC)
    .toSorted((a, b) => b.count - a.count);
}
