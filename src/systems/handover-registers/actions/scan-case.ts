import { sql } from 'kysely';
import { z } from 'zod';
import { type Deed, defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { APPLICATION, passToBody, readPackages } from '../../applications/index.ts';
import { readScan, requireSide } from '../register.ts';
import {
  insertLines,
  lockRegister,
  readLines,
  type Register,
  writeExtra,
  writeReceived,
} from '../register-store.ts';
import { readWaiting } from '../waiting-store.ts';

const output = z.object({
  what: z.enum(['added', 'received', 'already', 'extra']),
  caseNumber: z.string(),
  /** Lines that nobody scanned yet. */
  left: z.number(),
});
type Outcome = z.output<typeof output>['what'];

/**
 * One field, one Enter. While the register is being made a scan adds a package; once it was handed over a
 * scan says that the package came, and a package without a line is noted as an extra one.
 */
export const scanCase = defineAction({
  name: 'handover-registers.scan-case',
  title: { uk: 'Відсканувати справу в реєстрі', en: 'Scan a case of a register' },
  may: ['administrator', 'specialist'],
  input: z.object({
    registerId: z.uuid(),
    code: z.string().trim().min(1, 'handover-registers:input.scanMissing').max(60),
  }),
  output,
  async run(deed, { registerId, code }) {
    const register = await lockRegister(deed.tx, registerId);
    const found = await findCase(deed, code);
    const what = await scanned(deed, register, found);
    deed.about({ kind: 'case', id: found.id });
    deed.about({ kind: 'handover-register', id: registerId });
    const lines = await readLines(deed.tx, registerId);
    return {
      what,
      caseNumber: found.number,
      left: lines.filter(({ receivedAt }) => receivedAt === null).length,
    };
  },
});

interface FoundCase {
  readonly id: string;
  readonly number: string;
}

async function findCase({ tx }: Deed, code: string): Promise<FoundCase> {
  const scan = readScan(code);
  const number = scan.kind === 'case' ? scan.number : null;
  const { rows } = await sql<FoundCase>`
    select id, number from kernel.cases where number = ${number} and kind = ${APPLICATION.name}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Refusal('handover-registers:refusals.nothingScanned', {}, 404);
  return row;
}

function scanned(deed: Deed, register: Register, found: FoundCase): Promise<Outcome> {
  switch (register.state) {
    case 'made':
      requireSide(register, 'sender', deed.actor);
      return add(deed, register, found);
    case 'handed-over':
      requireSide(register, 'receiver', deed.actor);
      return receive(deed, register, found);
    case 'received':
    case 'cancelled':
      throw new Refusal(`handover-registers:refusals.already.${register.state}`);
  }
}

async function add({ tx }: Deed, register: Register, found: FoundCase): Promise<Outcome> {
  const lines = await readLines(tx, register.id);
  if (lines.some(({ caseId }) => caseId === found.id)) return 'already';
  const waiting = await readWaiting(tx, register.direction, register.unitId, [found.id]);
  const packages = await readPackages(tx, [found.id]);
  const added = waiting.length === 0 ? 0 : await insertLines(tx, register, waiting, packages);
  if (added === 0) throw new Refusal('handover-registers:refusals.notWaiting', { number: found.number });
  return 'added';
}

async function receive(deed: Deed, register: Register, found: FoundCase): Promise<Outcome> {
  const { tx, now, actor } = deed;
  const line = (await readLines(tx, register.id)).find(({ caseId }) => caseId === found.id);
  const mark = { registerId: register.id, caseId: found.id, at: now, by: actor.staffId };
  if (line === undefined) {
    // The papers are there all the same: where they waited for this very body, the days are the body's.
    const waited = await readWaiting(tx, 'out', register.unitId, [found.id]);
    if (register.direction === 'out' && waited.length > 0) await passToBody(deed, found.id);
    await writeExtra(tx, { ...mark, number: found.number });
    return 'extra';
  }
  if (line.receivedAt !== null) return 'already';
  await writeReceived(tx, mark);
  return 'received';
}
