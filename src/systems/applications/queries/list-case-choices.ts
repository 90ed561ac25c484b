import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { listRefusalReasons } from '../../service-catalogue/index.ts';

/** What the forms of a case choose from: grounds for refusal, and specialists of the body. */
export const listCaseChoices = defineQuery({
  name: 'applications.list-case-choices',
  title: { uk: 'Довідники справи', en: 'Choices of a case' },
  input: z.object({ unitId: z.uuid().optional() }),
  output: z.object({
    reasons: z.array(z.object({ code: z.string(), text: z.string(), article: z.string() })),
    specialists: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
  may: ['administrator', 'specialist', 'head', 'auditor'],
  async run({ tx }, { unitId }) {
    const { rows } = await sql<{ id: string; name: string }>`
      select id, name from kernel.staff
       where unit_id = ${unitId ?? null}::uuid and active and 'specialist' = any(roles) order by name`.execute(
      tx,
    );
    return { reasons: [...(await listRefusalReasons(tx))], specialists: rows };
  },
});
