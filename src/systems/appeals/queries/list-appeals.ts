import { sql } from 'kysely';
import { z } from 'zod';
import { type Asking, defineQuery } from '../../../kernel/actions/define.ts';
import type { CaseLine } from '../../../kernel/cases/index.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { APPEAL, STATES } from '../appeal.ts';
import { filterOf, listInput } from '../list-filter.ts';
import { listInTurn } from '../list-in-turn.ts';
import { shortName } from '../../../kernel/cases/view/short-name.ts';

export const appealLine = z.object({
  id: z.uuid(),
  number: z.string(),
  index: z.string(),
  title: z.string(),
  state: z.enum(STATES),
  isOpen: z.boolean(),
  /** Surname and initials. */
  author: z.string().nullable(),
  channel: z.string(),
  kind: z.string(),
  sign: z.string(),
  subject: z.string(),
  priority: z.boolean(),
  day: z.iso.date(),
  dueOn: z.iso.date().nullable(),
  unit: z.string().nullable(),
  executor: z.string().nullable(),
});
export type AppealLine = z.output<typeof appealLine>;

/** The newest first, or what burns after the authors that are heard first; specialists see what their body was given. */
export const listAppeals = defineQuery({
  name: 'appeals.list-appeals',
  title: { uk: 'Пошук звернень', en: 'Find appeals' },
  input: listInput,
  output: z.object({ appeals: z.array(appealLine), next: z.string().nullable() }),
  may: ['registrar', 'leader', 'specialist', 'operator', 'auditor'],
  async run(asking: Asking, given) {
    const { tx, looked } = asking;
    const filter = await filterOf(asking, given);
    const page = await listInTurn(tx, filter, { after: given.after, limit: given.limit });
    for (const { id } of page.cases) looked({ kind: 'case', id });
    return { appeals: await viewLines(tx, page.cases), next: page.next };
  },
});

type Own = Pick<AppealLine, 'index' | 'channel' | 'kind' | 'sign' | 'subject' | 'priority' | 'day'>;

async function viewLines(tx: Transaction, cases: readonly CaseLine[]): Promise<AppealLine[]> {
  const ids = cases.filter(({ kind }) => kind === APPEAL.name).map(({ id }) => id);
  const { rows } = await sql<Own & { readonly id: string }>`
    select case_id as id, index, channel, kind, sign, subject, priority, day from appeals.appeals
    where case_id = any(${ids}::uuid[])`.execute(tx);
  const own = new Map(rows.map((row) => [row.id, row]));
  return cases.flatMap((line) => {
    const row = own.get(line.id);
    const state = STATES.find((one) => one === line.state);
    if (row === undefined || state === undefined) return [];
    return [
      {
        ...row,
        number: line.number,
        title: line.title,
        state,
        isOpen: line.isOpen,
        author: shortName(line.applicantName),
        dueOn: line.dueOn,
        unit: line.unitName,
        executor: line.executorName,
      },
    ];
  });
}
