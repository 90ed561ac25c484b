import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { enqueue } from '../../../kernel/jobs/task.ts';
import { IMPORT_QUEUE } from '../import-store.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';

const MOST_ROWS = 20_000;

export const checkImport = defineAction({
  name: 'community-register.check-import',
  title: { uk: 'Перевірити реєстр із таблиці', en: 'Check a register from a sheet' },
  may: REGISTER_ROLES,
  input: z.object({
    fileName: z.string().trim().min(1).max(200),
    /** `row`: as the spreadsheet numbers it. `cells`: texts by field, empty ones left out. */
    rows: personal(
      z
        .array(
          z.object({
            row: z.int().min(1).max(1_000_000),
            cells: z.record(z.string().max(40), z.string().max(500)),
          }),
        )
        .min(1, 'registers:refusals.empty')
        .max(MOST_ROWS),
    ),
  }),
  /** The check goes on in the background; nothing is written to the register by it. */
  output: z.object({ importId: z.uuid() }),
  async run(deed, { fileName, rows }) {
    await requireOwnDesk(deed.tx, deed.actor);
    const importId = uuid();
    await sql`
      insert into community_register.imports (id, file_name, state, started_at, started_by, total)
      values (${importId}, ${fileName}, 'checking', ${deed.now}, ${deed.actor.staffId}, ${rows.length})`.execute(
      deed.tx,
    );
    await sql`
      insert into community_register.import_rows (import_id, row_no, data)
      select ${importId}, r."row", r.cells
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("row" int, cells jsonb)
      on conflict do nothing`.execute(deed.tx);
    await enqueue(deed, IMPORT_QUEUE, { importId });
    deed.about({ kind: 'resident-import', id: importId });
    return { importId };
  },
});
