import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Deed, defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { findService } from '../../service-catalogue/index.ts';
import { momentsOf, stopFields, type StopFields } from '../stop-input.ts';
import { cancelStop as writeCancel, insertStop } from '../stop-store.ts';

async function announce(deed: Deed, fields: StopFields): Promise<string> {
  const { route, settlement, place, lat, lon, serviceCodes, note = null } = fields;
  for (const code of serviceCodes) {
    if ((await findService(deed.tx, code, fields.day)) === undefined) {
      throw new Refusal('mobile-office:refusals.noSuchService', { code }, 422);
    }
  }
  const id = uuid();
  const stop = { id, route, settlement, place, lat, lon, serviceCodes, note, ...momentsOf(fields) };
  await insertStop(deed.tx, stop);
  deed.about({ kind: 'stop', id });
  return id;
}

export const addStop = defineAction({
  name: 'mobile-office.add-stop',
  title: { uk: 'Оголосити зупинку мобільного офісу', en: 'Announce a stop of the mobile office' },
  input: stopFields,
  output: z.object({ stopId: z.uuid() }),
  may: ['head'],
  run: async (deed, fields) => ({ stopId: await announce(deed, fields) }),
});

export const cancelStop = defineAction({
  name: 'mobile-office.cancel-stop',
  title: { uk: 'Скасувати зупинку', en: 'Cancel a stop' },
  input: z.object({
    stopId: z.uuid(),
    reason: z.string().trim().min(3, 'mobile-office:input.reasonMissing').max(300),
  }),
  output: z.object({ stopId: z.uuid() }),
  may: ['head'],
  async run(deed, { stopId, reason }) {
    await writeCancel(deed.tx, stopId, reason, deed.now);
    deed.about({ kind: 'stop', id: stopId });
    return { stopId };
  },
});

const badRow = z.object({
  row: z.int(),
  problem: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A whole timetable from a sheet. All rows or none; a dry run only names what is wrong. */
export const importStops = defineAction({
  name: 'mobile-office.import-stops',
  title: { uk: 'Завантажити розклад із таблиці', en: 'Import a timetable' },
  input: z.object({
    rows: z.array(z.record(z.string(), z.unknown())).min(1, 'mobile-office:input.noRows').max(500),
    dryRun: z.boolean().default(true),
  }),
  output: z.object({ added: z.int(), bad: z.array(badRow) }),
  may: ['head'],
  async run(deed, { rows, dryRun }) {
    const bad: z.output<typeof badRow>[] = [];
    await sql`savepoint timetable`.execute(deed.tx);
    for (const [index, row] of rows.entries()) {
      const problem = await tryRow(deed, row);
      if (problem !== null) bad.push({ row: index + 1, ...problem });
    }
    const stays = !dryRun && bad.length === 0;
    await sql.raw(stays ? 'release savepoint timetable' : 'rollback to savepoint timetable').execute(deed.tx);
    return { added: stays ? rows.length : 0, bad };
  },
});

async function tryRow(deed: Deed, row: unknown) {
  const parsed = stopFields.safeParse(row);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const isOurs = /^[a-z-]+:[\w.-]+$/.test(issue?.message ?? '');
    const key = isOurs ? (issue?.message ?? '') : 'mobile-office:input.cellWrong';
    return { problem: key, values: isOurs ? {} : { column: String(issue?.path[0] ?? '') } };
  }
  await sql`savepoint timetable_row`.execute(deed.tx);
  try {
    await announce(deed, parsed.data);
    await sql`release savepoint timetable_row`.execute(deed.tx);
    return null;
  } catch (error) {
    await sql`rollback to savepoint timetable_row`.execute(deed.tx);
    if (error instanceof Refusal) return { problem: error.key, values: { ...error.params } };
    throw error;
  }
}
