import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { notFound, Refusal } from '../../../kernel/actions/refusal.ts';
import { enqueue } from '../../../kernel/jobs/task.ts';
import { IMPORT_QUEUE } from '../import-store.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';

export const runImport = defineAction({
  name: 'community-register.run-import',
  title: { uk: 'Внести перевірені рядки до Реєстру', en: 'Write checked rows to the register' },
  may: REGISTER_ROLES,
  input: z.object({ importId: z.uuid('community-register:refusals.noSuchImport') }),
  output: z.object({ importId: z.uuid() }),
  async run(deed, { importId }) {
    await requireOwnDesk(deed.tx, deed.actor);
    const { rows } = await sql`
      update community_register.imports set state = 'running', worked = 0, finished_at = null
       where id = ${importId} and state = 'checked' returning id`.execute(deed.tx);
    if (rows.length === 0) {
      const known = await sql`select from community_register.imports where id = ${importId}`.execute(deed.tx);
      if (known.rows.length === 0) throw notFound('community-register:refusals.noSuchImport');
      throw new Refusal('community-register:refusals.importNotChecked');
    }
    await enqueue(deed, IMPORT_QUEUE, { importId });
    deed.about({ kind: 'resident-import', id: importId });
    return { importId };
  },
});
