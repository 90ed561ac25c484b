import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { looksAt } from '../../../kernel/audit/looks.ts';
import { findTrackedCase } from '../../../kernel/cases/index.ts';
import type { Transaction } from '../../../kernel/database/database.ts';

/**
 * The citizen's right to know who looked at her data (Law 2297-VI art. 8): the role and the body,
 * when and why. The clerk's name is the body's own matter, and the auditor's.
 */
export const looksAtCase = defineQuery({
  name: 'journal.looks-at-case',
  title: { uk: 'Хто дивився мою справу', en: 'Who looked at my case' },
  may: ['resident'],
  input: z.object({
    number: z.string().trim().min(1, 'journal:input.numberMissing').max(60),
    code: personal(z.string().trim().min(1, 'journal:input.codeMissing').max(60)),
  }),
  output: z.object({
    number: z.string(),
    looks: z.array(
      z.object({
        at: z.date(),
        roles: z.array(z.string()),
        body: z.string().nullable(),
        /** What was opened. */
        what: z.object({ uk: z.string(), en: z.string() }).nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
  async run({ tx, house }, { number, code }) {
    const found = await findTrackedCase(tx, number, code);
    if (found === null) throw notFound('journal:refusals.notTracked');
    const looks = await looksAt(tx, { kind: 'case', id: found.id });
    const bodies = await bodyNames(tx, looks);
    return {
      number: found.number,
      looks: looks.map(({ at, roles, unitId, query, reason }) => ({
        at,
        roles: [...roles],
        body: bodies.get(unitId ?? '') ?? null,
        what: house.titleOf(query) ?? null,
        reason,
      })),
    };
  },
});

async function bodyNames(
  tx: Transaction,
  looks: readonly { readonly unitId: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(looks.flatMap(({ unitId }) => unitId ?? []))];
  const { rows } = await sql<{ id: string; name: string }>`
    select id, short_name as name from kernel.units where id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
