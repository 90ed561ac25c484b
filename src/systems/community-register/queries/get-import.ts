import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';

const importLine = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(['checking', 'checked', 'running', 'done']),
  startedAt: z.coerce.date(),
  startedBy: z.string().nullable(),
  total: z.int(),
  worked: z.int(),
});
export type ImportLine = z.output<typeof importLine>;

const COLUMNS = sql.raw(`i.id, i.file_name as "fileName", i.state, i.started_at as "startedAt",
  s.name as "startedBy", i.total, i.worked`);

const badRow = z.object({
  row: z.int(),
  problems: z.array(z.object({ field: z.string(), key: z.string() })),
});
const counts = z.object({ new: z.int(), changed: z.int(), same: z.int(), bad: z.int(), written: z.int() });

export const getImport = defineQuery({
  name: 'community-register.get-import',
  title: { uk: 'Перевірка реєстру з таблиці', en: 'A check of a register from a sheet' },
  may: REGISTER_ROLES,
  input: z.object({
    importId: z.uuid('community-register:refusals.noSuchImport'),
    limit: z.coerce.number().int().min(1).max(20_000).default(200),
  }),
  output: importLine.extend({ counts, badRows: z.array(badRow) }),
  async run({ tx, actor }, { importId, limit }) {
    await requireOwnDesk(tx, actor);
    const { rows } = await sql<ImportLine>`
      select ${COLUMNS} from community_register.imports i left join kernel.staff s on s.id = i.started_by
       where i.id = ${importId}`.execute(tx);
    const [found] = rows;
    if (found === undefined) throw notFound('community-register:refusals.noSuchImport');
    const counted = await sql<z.output<typeof counts>>`
      select count(*) filter (where verdict = 'new')::int as new, count(*) filter (where verdict = 'changed')::int as changed,
             count(*) filter (where verdict = 'same')::int as same, count(*) filter (where verdict = 'bad')::int as bad,
             count(*) filter (where written)::int as written
        from community_register.import_rows where import_id = ${importId}`.execute(tx);
    const bad = await sql<z.output<typeof badRow>>`
      select row_no as row, problems from community_register.import_rows
       where import_id = ${importId} and verdict = 'bad' order by row_no limit ${limit}`.execute(tx);
    const none = { new: 0, changed: 0, same: 0, bad: 0, written: 0 };
    return { ...found, counts: counted.rows[0] ?? none, badRows: [...bad.rows] };
  },
});

export const listImports = defineQuery({
  name: 'community-register.list-imports',
  title: { uk: 'Завантаження реєстру', en: 'Imports of the register' },
  may: REGISTER_ROLES,
  input: z.object({ limit: z.coerce.number().int().min(1).max(200).default(20) }),
  output: z.object({ imports: z.array(importLine) }),
  async run({ tx, actor }, { limit }) {
    await requireOwnDesk(tx, actor);
    const { rows } = await sql<ImportLine>`
      select ${COLUMNS} from community_register.imports i left join kernel.staff s on s.id = i.started_by
       order by i.started_at desc limit ${limit}`.execute(tx);
    return { imports: [...rows] };
  },
});
