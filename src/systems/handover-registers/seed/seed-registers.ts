import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actions/actor.ts';
import { runAt } from '../../../kernel/actions/run-at.ts';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import { findActorsByLogin } from '../../../kernel/identity/find-actor.ts';
import { APPLICATION } from '../../applications/index.ts';
import { closeRegister } from '../actions/close-register.ts';
import { makeRegister } from '../actions/make-register.ts';
import { handOverRegister } from '../actions/hand-over-register.ts';
import { scanCase } from '../actions/scan-case.ts';
import { readLines } from '../register-store.ts';

const SEED_LOCK = 5_117_340_045;

/** Bodies of the demo city that have a system of their own; the others get a folder. */
const BY_API = ['pension-fund', 'dracs', 'dnap-registrars'];

/** Ways of exchange for the demo city, and in it registers on their way: made, handed over, results received. */
export async function seedRegisters(database: Database, demo: boolean, now: Date): Promise<void> {
  if (!demo) return;
  await database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${SEED_LOCK})`.execute(tx);
    const { rows } = await sql`select from handover_registers.exchanges limit 1`.execute(tx);
    if (rows.length > 0) return;
    await sql`
      insert into handover_registers.exchanges (unit_id, way, valid_from)
      select id, 'api', date '2020-01-01' from kernel.units where code = any(${BY_API})`.execute(tx);
    const actors = await findActorsByLogin(tx, ['administrator-01', 'specialist-uszn-podilskyi']);
    const [clerk, specialist] = [actors.get('administrator-01'), actors.get('specialist-uszn-podilskyi')];
    if (clerk === undefined || specialist === undefined) return;
    await seedFolders(tx, { clerk, specialist, now });
  });
}

interface Stage {
  readonly clerk: Actor;
  readonly specialist: Actor;
  readonly now: Date;
}

/** A folder for residence left two hours ago, late; a result of social protection came back since. */
async function seedFolders(tx: Transaction, { clerk, specialist, now }: Stage): Promise<void> {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const ready = async (unit: string, condition: string) => {
    const { rows } = await sql<{ id: string }>`
      select c.id from kernel.cases c join kernel.units u on u.id = c.unit_id
       where u.code = ${unit} and c.kind = ${APPLICATION.name} and ${sql.raw(condition)} order by c.registered_at limit 1`.execute(
      tx,
    );
    return rows.map(({ id }) => id);
  };
  const out = await ready(
    'dnap-residence',
    "c.is_open and c.state = 'registered' and c.holder_kind = 'front-office'",
  );
  if (out.length > 0) {
    const made = await runAt({ tx, actor: clerk, at: ago(150) }, makeRegister, {
      direction: 'out',
      unitCode: 'dnap-residence',
      caseIds: out,
    });
    await runAt({ tx, actor: clerk, at: ago(120) }, handOverRegister, {
      registerId: made.registerId,
      carrier: 'Кур’єр Сидоренко П. І.',
    });
  }
  const back = await ready('uszn-podilskyi', "c.state in ('granted', 'refused')");
  if (back.length === 0) return;
  const made = await runAt({ tx, actor: specialist, at: ago(100) }, makeRegister, {
    direction: 'back',
    unitCode: 'uszn-podilskyi',
    caseIds: back,
  });
  await runAt({ tx, actor: specialist, at: ago(90) }, handOverRegister, { registerId: made.registerId });
  for (const { caseNumber } of await readLines(tx, made.registerId)) {
    await runAt({ tx, actor: clerk, at: ago(60) }, scanCase, {
      registerId: made.registerId,
      code: caseNumber,
    });
  }
  await runAt({ tx, actor: clerk, at: ago(59) }, closeRegister, { registerId: made.registerId });
}
