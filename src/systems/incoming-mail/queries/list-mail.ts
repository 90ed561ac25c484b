import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { LETTER_STATES, type LetterState } from '../../../kernel/letters/inbox/index.ts';

const line = z.object({
  id: z.uuid(),
  fromName: z.string().nullable(),
  fromAddress: z.string().nullable(),
  subject: z.string().nullable(),
  receivedAt: z.date(),
  papers: z.int(),
  trouble: z.enum(['too-large', 'unreadable']).nullable(),
});
export type MailLine = z.output<typeof line>;

export const MAIL_ORDERS = ['received', '-received', 'from', '-from'] as const;
type MailOrder = (typeof MAIL_ORDERS)[number];

const ORDERS: Readonly<Record<MailOrder, string>> = {
  received: 'l.received_at, l.id',
  '-received': 'l.received_at desc, l.id desc',
  from: 'coalesce(l.from_name, l.from_address) collate "uk-x-icu", l.id',
  '-from': 'coalesce(l.from_name, l.from_address) collate "uk-x-icu" desc, l.id',
};

export const listMail = defineQuery({
  name: 'incoming-mail.list-mail',
  title: { uk: 'Листи з міських скриньок', en: 'Letters of the city’s mailboxes' },
  may: ['registrar'],
  input: z.object({
    state: z.enum(LETTER_STATES).default('new'),
    /** Part of the sender, the subject or the text. */
    words: personal(z.string().trim().max(100)).optional(),
    sort: z.enum(MAIL_ORDERS).default('-received'),
    /** So many are before. */
    after: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({
    letters: z.array(line),
    next: z.int().nullable(),
    counts: z.record(z.enum(LETTER_STATES), z.int()),
  }),
  async run({ tx, looked }, { state, words = '', sort, after, limit }) {
    const pattern = `%${words.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
    const { rows } = await sql<MailLine>`
      select l.id, l.from_name as "fromName", l.from_address as "fromAddress", l.subject,
             l.received_at as "receivedAt", l.trouble,
             (select count(*)::int from kernel.incoming_attachments a where a.letter_id = l.id) as papers
        from kernel.incoming_letters l
       where l.state = ${state}${
         words === ''
           ? sql``
           : sql` and concat_ws(' ', l.from_name, l.from_address, l.subject, l.body) ilike ${pattern}`
       }
       order by ${sql.raw(ORDERS[sort])} limit ${limit + 1} offset ${after}`.execute(tx);
    const letters = rows.slice(0, limit);
    for (const { id } of letters) looked({ kind: 'letter', id });
    const counted = await sql<{ state: LetterState; count: number }>`
      select state, count(*)::int as count from kernel.incoming_letters group by state`.execute(tx);
    const counts = { new: 0, registered: 0, dismissed: 0 };
    for (const { state: one, count } of counted.rows) counts[one] = count;
    return { letters, next: rows.length > limit ? after + limit : null, counts };
  },
});
