import { sql } from 'kysely';
import { seedDeadlineRules } from '../../../kernel/clock/seed-deadline-rules.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { REQUEST_RULES } from './request-rules.ts';

const LAW = '2011-05-09';

/** Law 2939-VI art. 22(1), from memory: a lawyer confirms the wording. */
const GROUNDS = [
  {
    code: 'not-held',
    title: 'Розпорядник не володіє і не зобов’язаний володіти цією інформацією',
    title_en: 'The body neither holds nor must hold the information',
    article: 'Закон 2939-VI, ст. 22, ч. 1, п. 1',
    needs_test: false,
  },
  {
    code: 'restricted',
    title: 'Інформація належить до категорії з обмеженим доступом',
    title_en: 'The information is of restricted access',
    article: 'Закон 2939-VI, ст. 22, ч. 1, п. 2; ст. 6, ч. 2',
    needs_test: true,
  },
  {
    code: 'copies-not-paid',
    title: 'Не оплачено витрати на копіювання чи друк',
    title_en: 'Copying or printing was not paid for',
    article: 'Закон 2939-VI, ст. 22, ч. 1, п. 3; ст. 21',
    needs_test: false,
  },
  {
    code: 'form',
    title: 'Запит не відповідає вимогам до запиту',
    title_en: 'The request lacks what a request must have',
    article: 'Закон 2939-VI, ст. 22, ч. 1, п. 4; ст. 19, ч. 5',
    needs_test: false,
  },
] as const;

/** What the law says, as data. What a lawyer has changed since is left as it is. */
export async function seedLaw(tx: Transaction): Promise<void> {
  await seedDeadlineRules(tx, REQUEST_RULES);
  for (const [index, { code, title, title_en, article, needs_test }] of GROUNDS.entries()) {
    await sql`
      insert into information_requests.refusal_grounds
        (code, title, title_en, article, needs_test, certainty, position, valid_from)
      select ${code}, ${title}, ${title_en}, ${article}, ${needs_test}, 'M', ${index + 1}, ${LAW}
       where not exists (select from information_requests.refusal_grounds where code = ${code})`.execute(tx);
  }
  await sql`
    insert into information_requests.copy_rates (valid_from, free_pages, page_price, article, certainty)
    values (${LAW}, 10, 2.00, 'Закон 2939-VI, ст. 21; постанова КМУ № 740 від 13.07.2011', 'M?')
    on conflict do nothing`.execute(tx);
}
