import { sql } from 'kysely';
import type { Database } from '../../kernel/database/database.ts';

/** Letters of the demo city: a street without light, a request that is not an appeal, and an advertisement. */
const LETTERS = [
  {
    id: '01990000-0000-7000-8000-00000000e001',
    name: 'Галина Петрівна Савчук',
    address: 'savchuk.halyna@example.org',
    subject: 'Немає світла на вулиці Гоголя',
    body: 'Добрий день.\n\nБіля будинку 47 на вулиці Гоголя третій тиждень не горять ліхтарі. Увечері не видно бордюру, сусідка впала. Прошу відновити освітлення і відповісти мені листом.\n\nСавчук Галина Петрівна, вул. Гоголя, 47, кв. 12',
    hours: 5,
  },
  {
    id: '01990000-0000-7000-8000-00000000e002',
    name: 'Редакція «Наше місто»',
    address: 'news@example.net',
    subject: 'Запит на публічну інформацію',
    body: 'Просимо надати копію договору на ремонт вулиці Великої Перспективної, укладеного цього року, з додатками.\n\nВідповідь надішліть на цю адресу.',
    hours: 20,
  },
  {
    id: '01990000-0000-7000-8000-00000000e003',
    name: 'Вікна – дешево',
    address: 'sale@example.com',
    subject: 'Знижка 40 % на вікна лише сьогодні',
    body: 'Встигніть замовити!',
    hours: 26,
  },
] as const;

/** Harmless when repeated. */
export async function seedMail(database: Database, demo: boolean, now: Date): Promise<void> {
  if (!demo) return;
  for (const [index, { id, name, address, subject, body, hours }] of LETTERS.entries()) {
    const received = new Date(now.getTime() - hours * 3_600_000);
    await sql`
      insert into kernel.incoming_letters
        (id, mailbox, uid_validity, uid, from_name, from_address, subject, body, received_at, fetched_at, size)
      values (${id}, 'demo', 1, ${index + 1}, ${name}, ${address}, ${subject}, ${body}, ${received}, ${received}, ${body.length})
      on conflict do nothing`.execute(database);
  }
}
