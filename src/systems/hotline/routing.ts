import { sql } from 'kysely';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { rememberByKey } from '../../kernel/database/reference-cache.ts';
import { findUnitByCode } from '../../kernel/identity/unit-store.ts';

export interface Topic {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly description: string;
  readonly descriptionEn: string;
  readonly group: string;
  readonly appealTopic: string;
}

const cache = rememberByKey<readonly Topic[]>();

/** As they hold on a day; at most two seconds old, for every look of an operator asks them. */
export async function listTopics(tx: Transaction, on: string): Promise<readonly Topic[]> {
  return (await cache.find(tx, on, () => readTopics(tx, on))) ?? [];
}

async function readTopics(tx: Transaction, on: string): Promise<readonly Topic[]> {
  const { rows } = await sql<Topic>`
    select code, name, name_en as "nameEn", description, description_en as "descriptionEn", group_name as "group",
           appeal_topic as "appealTopic"
      from hotline.topics where valid_from <= ${on} and (valid_to is null or valid_to > ${on})
     order by position, code`.execute(tx);
  return rows;
}

/** @throws Refusal 422 where there is no such topic on the day. */
export async function getTopic(tx: Transaction, code: string, on: string): Promise<Topic> {
  const found = (await listTopics(tx, on)).find((topic) => topic.code === code);
  if (found === undefined) throw new Refusal('hotline:refusals.noSuchTopic', {}, 422);
  return found;
}

/** Which body takes it: the district's own rule before the city's; null where no rule or no such body stands. */
export async function routeOf(
  tx: Transaction,
  topic: string,
  district: string,
  on: string,
): Promise<string | null> {
  const { rows } = await sql<{ unitCode: string }>`
    select unit_code as "unitCode" from hotline.routes
     where topic = ${topic} and district in ('', ${district})
       and valid_from <= ${on} and (valid_to is null or valid_to > ${on})
     order by district desc limit 1`.execute(tx);
  const [rule] = rows;
  return rule === undefined ? null : ((await findUnitByCode(tx, rule.unitCode))?.id ?? null);
}
