import { sql } from 'kysely';
import { z } from 'zod';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { enqueue } from '../../kernel/jobs/task.ts';
import { type AddressBook, getAddress, openAddressBook } from '../address-register/index.ts';
import { type ImportRow, importRow, readImportRow, type RowProblem } from './import-row.ts';
import type { PersonData } from './resident-input.ts';
import {
  changeResident,
  findSamePerson,
  insertResident,
  lockResident,
  type Writing,
} from './resident-store.ts';
import { findOpenResidence, openResidence } from './residence-store.ts';
import { wholeAddress } from './resident.ts';

export const IMPORT_QUEUE = 'community-register.import-rows';
const CHECKED_AT_ONCE = 1_000;
const WRITTEN_AT_ONCE = 250;

type Verdict = 'new' | 'changed' | 'same' | 'bad';
interface Judged {
  readonly verdict: Verdict;
  readonly problems: readonly RowProblem[];
}

/** One turn of the background work: some rows, then the rest is left for the next turn, so that progress is seen. */
export async function workOnImport(tx: Transaction, importId: string, now: Date): Promise<void> {
  const { rows } = await sql<{ state: string; startedBy: string | null }>`
    select state, started_by as "startedBy" from community_register.imports where id = ${importId} for update`.execute(
    tx,
  );
  const [run] = rows;
  if (run === undefined) return;
  const writing = { tx, now, recordedAt: now, staffId: run.startedBy, imported: true };
  const worked =
    run.state === 'checking' ? await checkSome(tx, importId) : await writeSome(writing, importId);
  if (worked === 0) return finish(tx, importId, run.state === 'checking' ? 'checked' : 'done', now);
  await sql`update community_register.imports set worked = worked + ${worked} where id = ${importId}`.execute(
    tx,
  );
  await enqueue({ tx, recordedAt: now }, IMPORT_QUEUE, { importId });
}

async function finish(
  tx: Transaction,
  importId: string,
  state: 'checked' | 'done',
  now: Date,
): Promise<void> {
  if (state === 'checked') await refuseTwins(tx, importId);
  // Persons stand in the register now; the sheet's copy of them goes.
  else
    await sql`update community_register.import_rows set data = null where import_id = ${importId}`.execute(
      tx,
    );
  await sql`
    update community_register.imports set state = ${state}, worked = 0, finished_at = ${now} where id = ${importId}`.execute(
    tx,
  );
}

interface Row {
  readonly row_no: number;
  readonly data: unknown;
}

async function checkSome(tx: Transaction, importId: string): Promise<number> {
  const { rows } = await sql<Row>`
    select row_no, data from community_register.import_rows
     where import_id = ${importId} and verdict is null order by row_no limit ${CHECKED_AT_ONCE}`.execute(tx);
  if (rows.length === 0) return 0;
  const book = await openAddressBook(tx);
  const judged: (Judged & { readonly rowNo: number })[] = [];
  for (const { row_no, data } of rows) judged.push({ rowNo: row_no, ...(await judgeRow(tx, book, data)) });
  await sql`
    update community_register.import_rows r set verdict = j.verdict, problems = j.problems
      from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) as j ("rowNo" int, verdict text, problems jsonb)
     where r.import_id = ${importId} and r.row_no = j."rowNo"`.execute(tx);
  return rows.length;
}

async function judgeRow(tx: Transaction, book: AddressBook, cells: unknown): Promise<Judged> {
  const { row, problems } = readImportRow(cells);
  if (row === null) return { verdict: 'bad', problems };
  const place = row.address === null ? null : book.find(row.address);
  if (place !== null && !place.found) {
    const key = `community-register:import.address.${place.problem}`;
    return { verdict: 'bad', problems: [{ field: 'address', key }] };
  }
  const id = await findSamePerson(tx, row);
  if (id === undefined) return { verdict: 'new', problems: [] };
  const known = await lockResident(tx, id);
  const open = await findOpenResidence(tx, id);
  const flat = row.flat ?? place?.flat ?? null;
  const moves = place !== null && (open?.addressId !== place.addressId || open.flat !== flat);
  if (moves && open !== undefined && (row.from ?? '') <= open.from) {
    return {
      verdict: 'bad',
      problems: [{ field: 'from', key: 'community-register:import.olderResidence' }],
    };
  }
  return { verdict: moves || differs(known, merged(known, row)) ? 'changed' : 'same', problems: [] };
}

/** What the sheet leaves empty stays as it is known. */
function merged(known: PersonData, row: ImportRow): PersonData {
  return {
    name: row.name,
    birthDate: row.birthDate,
    sex: row.sex ?? known.sex,
    rnokpp: row.rnokpp ?? known.rnokpp,
    unzr: row.unzr ?? known.unzr,
    documentKind: row.documentKind ?? known.documentKind,
    documentNumber: row.documentNumber ?? known.documentNumber,
  };
}

function differs(known: PersonData, fresh: PersonData): boolean {
  const told = new Map(Object.entries(fresh));
  return Object.entries(known).some(([field, value]) => told.get(field) !== value);
}

/** Two rows with one number and different names contradict each other: the later is named. */
async function refuseTwins(tx: Transaction, importId: string): Promise<void> {
  for (const field of ['rnokpp', 'unzr'] as const) {
    const problem = JSON.stringify([{ field, key: 'community-register:import.twice' }]);
    await sql`
      update community_register.import_rows r set verdict = 'bad', problems = ${problem}::jsonb
        from (select data ->> ${field} as number, min(row_no) as first, count(distinct data ->> 'name') as names
                from community_register.import_rows
               where import_id = ${importId} and verdict <> 'bad' and data ->> ${field} <> '' group by 1) twins
       where r.import_id = ${importId} and twins.names > 1 and r.data ->> ${field} = twins.number
         and r.row_no > twins.first and r.verdict <> 'bad'`.execute(tx);
  }
}

async function writeSome(writing: Writing, importId: string): Promise<number> {
  const { tx } = writing;
  const { rows } = await sql<Row>`
    select row_no, data from community_register.import_rows
     where import_id = ${importId} and verdict in ('new', 'changed') and not written
     order by row_no limit ${WRITTEN_AT_ONCE}`.execute(tx);
  if (rows.length === 0) return 0;
  const book = await openAddressBook(tx);
  const refused: { readonly rowNo: number; readonly problems: readonly RowProblem[] }[] = [];
  for (const { row_no, data } of rows) {
    const key = await writeOrRefuse(writing, book, importRow.parse(data));
    if (key !== null) refused.push({ rowNo: row_no, problems: [{ field: '', key }] });
  }
  await sql`
    update community_register.import_rows r
       set written = j."rowNo" is null, verdict = case when j."rowNo" is null then r.verdict else 'bad' end,
           problems = coalesce(j.problems, r.problems)
      from unnest(${rows.map((row) => row.row_no)}::int[]) as n (row_no)
      left join jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) as j ("rowNo" int, problems jsonb) on j."rowNo" = n.row_no
     where r.import_id = ${importId} and r.row_no = n.row_no`.execute(tx);
  return rows.length;
}

/** One row that the register meanwhile contradicts stops no other; answers with the key of why. */
async function writeOrRefuse(writing: Writing, book: AddressBook, row: ImportRow): Promise<string | null> {
  await sql`savepoint import_row`.execute(writing.tx);
  try {
    await writeRow(writing, book, row);
    await sql`release savepoint import_row`.execute(writing.tx);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await sql`rollback to savepoint import_row`.execute(writing.tx);
    return error.key;
  }
}

async function writeRow(writing: Writing, book: AddressBook, row: ImportRow): Promise<void> {
  const place = row.address === null ? null : book.find(row.address);
  const flat = row.flat ?? (place?.found ? place.flat : null);
  const same = await findSamePerson(writing.tx, row);
  const written = row.address === null ? null : wholeAddress(row.address, row.flat);
  const id = same ?? (await insertResident(writing, { ...row, address: written }));
  if (same !== undefined) {
    await changeResident(writing, id, merged(await lockResident(writing.tx, id), row), 'import');
  }
  if (place === null || row.from === null) return;
  if (!place.found) throw new Refusal(`community-register:import.address.${place.problem}`);
  const open = await findOpenResidence(writing.tx, id);
  if (open?.addressId === place.addressId && open.flat === flat) return;
  await openResidence(writing, id, {
    address: await getAddress(writing.tx, place.addressId),
    flat,
    kind: row.kind,
    ground: 'transferred',
    consentBy: null,
    from: row.from,
    caseId: null,
  });
}

const taskData = z.object({ importId: z.uuid() });
export const importQueue = {
  name: IMPORT_QUEUE,
  work: (tx: Transaction, data: unknown, now: Date) => workOnImport(tx, taskData.parse(data).importId, now),
};
