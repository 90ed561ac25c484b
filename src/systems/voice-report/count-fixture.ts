import type pg from 'pg';
import type { Period } from '../../kernel/figures/figure.ts';

const RECEIVED = `(c.registered_at at time zone 'Europe/Kyiv')::date between $1 and $2`;
const APPEALS = `from appeals.appeals a join kernel.cases c on c.id = a.case_id`;
const MONTH = `to_char(c.registered_at at time zone 'Europe/Kyiv', 'YYYY-MM')`;
const OUTCOME = `coalesce(a.outcome, 'under-review')`;
/** The day of the outcome, from the case's timeline and not from what the appeal remembers of it. */
const DECIDED = `(select max((e.occurred_at at time zone 'Europe/Kyiv')::date) from kernel.case_events e
   where e.case_id = a.case_id and e.type = 'outcome-recorded') between $1 and $2`;

interface Count {
  readonly from: string;
  /** Split → its code in the tables. */
  readonly by: Readonly<Record<string, string>>;
}

/**
 * Counts of the report's figures over the tables themselves, written apart from the figures' own views,
 * so that both have to agree.
 */
export const COUNTS: Readonly<Record<string, Count>> = {
  'appeals.received': {
    from: `${APPEALS} where ${RECEIVED}`,
    by: {
      channel: 'a.channel',
      kind: 'a.kind',
      sign: 'a.sign',
      subject: 'a.subject',
      document: 'a.document',
      sex: 'a.sex',
      outcome: OUTCOME,
      status: `coalesce(a.status, 'not-stated')`,
      month: MONTH,
    },
  },
  'appeals.questions': {
    from: `${APPEALS} join kernel.case_questions q on q.case_id = a.case_id where ${RECEIVED}`,
    by: { topic: 'q.topic', outcome: `coalesce(q.outcome, 'under-review')`, month: MONTH },
  },
  'appeals.repeated': {
    from: `${APPEALS} where ${RECEIVED} and a.sign in ('repeated', 'many-times')`,
    by: { channel: 'a.channel', kind: 'a.kind' },
  },
  'appeals.collective': {
    from: `${APPEALS} where ${RECEIVED} and a.subject = 'collective'`,
    by: { channel: 'a.channel', kind: 'a.kind' },
  },
  'appeals.answered': { from: `${APPEALS} where ${DECIDED}`, by: { outcome: OUTCOME } },
  'information-requests.received': {
    from: `from information_requests.requests r join kernel.cases c on c.id = r.case_id where ${RECEIVED}`,
    by: { channel: 'r.channel', outcome: 'c.state' },
  },
  'hotline.calls': {
    from: 'from hotline.calls t where t.day between $1 and $2',
    by: { outcome: 't.outcome', topic: "coalesce(t.topic, 'not-stated')" },
  },
  'reception.questions': {
    from: 'from reception.questions t where t.day between $1 and $2',
    by: { outcome: 't.outcome', topic: 't.topic' },
  },
};

/** Every cell of a figure by its key, as the report names it. */
export async function countByHand(
  pool: pg.Pool,
  figure: string,
  { from, to }: Period,
): Promise<ReadonlyMap<string, number>> {
  const count = COUNTS[figure];
  if (count === undefined) throw new Error(`Nobody counts ${figure} by hand`);
  const cells = new Map<string, number>();
  const total = await pool.query<{ count: number }>(`select count(*)::int as count ${count.from}`, [
    from,
    to,
  ]);
  cells.set(figure, total.rows[0]?.count ?? 0);
  for (const [name, code] of Object.entries(count.by)) {
    const { rows } = await pool.query<{ code: string; count: number }>(
      `select ${code} as code, count(*)::int as count ${count.from} group by 1`,
      [from, to],
    );
    for (const row of rows) cells.set(`${figure}?${name}=${row.code}`, row.count);
  }
  return cells;
}
