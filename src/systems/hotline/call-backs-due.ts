import { sql } from 'kysely';
import type { Errand, ErrandKind } from '../../kernel/cases/index.ts';
import { shortName } from '../../kernel/cases/view/short-name.ts';

/** Whom an operator promised to telephone back. */
export const callBacksDue: ErrandKind = {
  name: 'hotline.call-back',
  title: { uk: 'Передзвін', en: 'Call-back' },
  doing: { uk: 'Передзвонити', en: 'Telephone back' },
  icon: 'M3 2.5h3l1.2 3.2-1.8 1.4a8 8 0 0 0 3.5 3.5l1.4-1.8 3.2 1.2v3A11.5 11.5 0 0 1 3 2.5zM10 6l4-4M10 3v3h3',
  may: ['operator'],
  turn: 'free',
  async find(tx, _worker, limit) {
    const { rows } = await sql<Omit<Errand, 'path'>>`
      select id, about as title, nullif(caller, '') as person,
             (due_at at time zone 'Europe/Kyiv')::date as "dueOn"
        from hotline.call_backs where state = 'waiting' order by due_at, id limit ${limit}`.execute(tx);
    return rows.map((row) => ({ ...row, person: shortName(row.person), path: '/desk/hotline/duty' }));
  },
};
