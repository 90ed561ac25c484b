import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import { z } from 'zod';
import type { Database } from '../../../kernel/database/database.ts';
import { planSchema } from '../plan.ts';

const NAMESPACE = '0d9a4b7e-61f3-4c0f-9a3c-6f6d1d1f5a10';
/** КМУ 853 of 11.08.2023. */
const SINCE = '2023-08-11';

/** The plans as the file has them, which is also what an export gives. */
export function readSeedPlans() {
  const text = readFileSync(join(import.meta.dirname, 'plans.json'), 'utf8');
  return z.array(planSchema).parse(JSON.parse(text));
}

/** Plans that the city begins with. What is there, whoever wrote it, stays as it is. */
export async function seedPlans(database: Database): Promise<void> {
  for (const plan of readSeedPlans()) {
    await sql`
      insert into complex_services.plan_versions (id, code, valid_from, plan)
      select ${nameUuid(plan.code, NAMESPACE)}, ${plan.code}, ${SINCE}, ${JSON.stringify(plan)}::jsonb
       where not exists (select from complex_services.plan_versions where code = ${plan.code})
      on conflict do nothing`.execute(database);
  }
}
