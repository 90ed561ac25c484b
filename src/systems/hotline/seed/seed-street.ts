import { sql } from 'kysely';
import type { Transaction } from '../../../kernel/database/database.ts';

/** What the demo city's moderator wrote for everyone, by topic. */
const PUBLIC_WORDS: readonly (readonly [topic: string, words: string])[] = [
  ['water', 'З ранку немає холодної води.'],
  ['sewer', 'Вода з каналізації тече у підвал.'],
  ['street-light', 'Не світить ліхтар біля зупинки.'],
  ['road', 'Глибока яма на перехресті.'],
  ['waste', 'Контейнер повний уже тиждень.'],
  ['tree', 'Гілка висить над дитячим майданчиком.'],
];

/** Words for the map, and neighbours who joined every third open ticket. In two statements: a start waits for it. */
export async function seedStreet(tx: Transaction, moderatorId: string | null): Promise<void> {
  const words = JSON.stringify(PUBLIC_WORDS.map(([topic, text]) => ({ topic, text })));
  await sql`
    update hotline.tickets t
       set public_words = w.text, published_by = ${moderatorId}, published_at = t.received_at + interval '1 hour'
      from jsonb_to_recordset(${words}::jsonb) as w(topic text, text text)
     where t.topic = w.topic and t.public_words is null`.execute(tx);
  await sql`
    insert into hotline.joiners (id, case_id, joined_at)
    select gen_random_uuid(), t.case_id, t.received_at + interval '2 hours'
      from (select t.case_id, t.received_at, row_number() over (order by t.received_at) as no
              from hotline.tickets t join kernel.cases c on c.id = t.case_id where c.is_open) t
      cross join lateral generate_series(1, 1 + t.no % 4)
     where t.no % 3 = 0`.execute(tx);
}
