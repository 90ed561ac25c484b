import { sql } from 'kysely';
import { v5 as nameUuid } from 'uuid';
import type { Transaction } from '../../../kernel/database/database.ts';

const NAMESPACE = '0c7a52e6-8c0e-4b8e-9a65-1d9a4a5a7b21';

/** Services of residence that cost more after the term (RULEBOOK §1.4). */
const RESIDENCE = ['01-01', '01-02', '01-04', '01-05', '01-08'];
/** Law 1871-IX came into force on 01.12.2021. */
const LAW_1871 = '2021-12-01';
const RESIDENCE_LAW = 'Закон 5203-VI, ст. 11; Закон 1871-IX';

const VARIANTS = RESIDENCE.flatMap((scope) => [
  {
    scope,
    code: 'in-time',
    title: 'Звернення вчасно',
    titleEn: 'Applied in time',
    basisPoints: 150,
    article: RESIDENCE_LAW,
    certainty: 'V2',
    validFrom: LAW_1871,
  },
  {
    scope,
    code: 'late',
    title: 'Строк реєстрації пропущено',
    titleEn: 'The term of registering was missed',
    basisPoints: 250,
    article: RESIDENCE_LAW,
    certainty: 'V2',
    validFrom: LAW_1871,
  },
]);

/** Who does not pay: from memory, a lawyer confirms it in the rules of fees. */
const WAIVERS = [
  {
    scope: '04',
    code: 'disability-1-2',
    title: 'Особа з інвалідністю I або II групи',
    titleEn: 'Person with a disability of group I or II',
    article: 'Закон 1952-IV, ст. 34',
  },
  {
    scope: '04',
    code: 'chornobyl-1-2',
    title: 'Постраждалі внаслідок Чорнобильської катастрофи, категорії 1 і 2',
    titleEn: 'Sufferers of the Chornobyl disaster, categories 1 and 2',
    article: 'Закон 1952-IV, ст. 34',
  },
  {
    scope: '04',
    code: 'war-veteran',
    title: 'Учасник бойових дій або особа, прирівняна до нього',
    titleEn: 'Combatant or a person equal to one',
    article: 'Закон 1952-IV, ст. 34; Закон 3551-XII',
  },
  {
    scope: '01',
    code: 'displaced',
    title: 'Внутрішньо переміщена особа',
    titleEn: 'Internally displaced person',
    article: 'Закон 1706-VII',
  },
].map((waiver) => ({ ...waiver, percent: 100, certainty: 'M?', validFrom: LAW_1871 }));

/** The law that holds for every city. What people have changed since is left as it is. */
export async function seedRules(tx: Transaction): Promise<void> {
  const rows = (kind: string, list: readonly { scope: string; code: string; validFrom: string }[]) =>
    JSON.stringify(
      list.map((rule) => ({
        ...rule,
        id: nameUuid(`${kind}/${rule.scope}/${rule.code}/${rule.validFrom}`, NAMESPACE),
      })),
    );
  await sql`
    insert into fees.variants (id, scope, code, title, title_en, basis_points, article, certainty, valid_from)
    select id, scope, code, title, "titleEn", "basisPoints", article, certainty, "validFrom"
      from jsonb_to_recordset(${rows('variant', VARIANTS)}::jsonb) as r (id uuid, scope text, code text, title text,
        "titleEn" text, "basisPoints" int, article text, certainty text, "validFrom" date)
    on conflict do nothing`.execute(tx);
  await sql`
    insert into fees.waivers (id, scope, code, title, title_en, percent, article, certainty, valid_from)
    select id, scope, code, title, "titleEn", percent, article, certainty, "validFrom"
      from jsonb_to_recordset(${rows('waiver', WAIVERS)}::jsonb) as r (id uuid, scope text, code text, title text,
        "titleEn" text, percent int, article text, certainty text, "validFrom" date)
    on conflict do nothing`.execute(tx);
}
