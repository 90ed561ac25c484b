import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../../kernel/actions/actor.ts';
import { runAt } from '../../../kernel/actions/run-at.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import { findActorsByLogin } from '../../../kernel/identity/find-actor.ts';
import { APPLICATION } from '../../applications/index.ts';
import { chargeFeeAction } from '../actions/charge-fee.ts';
import { importStatement } from '../actions/import-statement.ts';
import { recordRefund } from '../actions/record-refund.ts';
import { assessCase } from '../charge.ts';
import { getDue } from '../due-store.ts';
import { seedRules } from './seed-rules.ts';

const SEED_LOCK = 5_117_340_044;

/** Made-up accounts of the treasury with right control numbers; ЄДРПОУ of the council (RULEBOOK §10). */
const DEMO_ACCOUNTS = [
  { scope: '*', iban: 'UA408999980314060512000011002', budgetCode: '22012500' },
  { scope: '02', iban: 'UA688999980314070511000011002', budgetCode: '22010300' },
  { scope: '04', iban: 'UA588999980314080513000011002', budgetCode: '22012600' },
].map((account) => ({ ...account, recipient: 'ГУК у Кіровогр. обл./Кропивницький', edrpou: '26241020' }));

/** Law for every city; in the demo city bills of the last days, a statement that settles most, one refund. */
export async function seedFees(database: Database, demo: boolean, now: Date): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${SEED_LOCK})`.execute(tx);
    await seedRules(tx);
    const { rows } = await sql`select from fees.accounts limit 1`.execute(tx);
    if (!demo || rows.length > 0) return;
    await seedAccounts(tx);
    const actors = await findActorsByLogin(tx, ['administrator-01', 'head']);
    const [clerk, head] = [actors.get('administrator-01'), actors.get('head')];
    if (clerk === undefined || head === undefined) return;
    const dues = await chargeDemoCases(tx, clerk, now);
    if (dues.length > 2) await bringStatement(tx, head, dues, now);
  });
}

async function seedAccounts(tx: Transaction): Promise<void> {
  const accounts = DEMO_ACCOUNTS.map((account) => ({ ...account, id: uuid() }));
  await sql`
    insert into fees.accounts (id, scope, recipient, edrpou, iban, budget_code, valid_from)
    select id, scope, recipient, edrpou, iban, "budgetCode", date '2020-01-01'
      from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
        as a (id uuid, scope text, recipient text, edrpou text, iban text, "budgetCode" text)`.execute(tx);
}

interface DemoDue {
  readonly dueId: string;
  readonly payer: string;
  readonly payerCode: string;
}

/** Bills for the paid services among the demo city's applications; every fifth person comes late. */
async function chargeDemoCases(tx: Transaction, clerk: Actor, now: Date): Promise<readonly DemoDue[]> {
  const { rows } = await sql<{ id: string; at: Date; name: string | null; code: string | null }>`
    select c.id, c.registered_at as at, a.name, a.code
      from kernel.cases c join kernel.applicants a on a.id = c.applicant_id
     where c.kind = ${APPLICATION.name} and c.parent_id is null order by c.registered_at, c.id limit 40`.execute(
    tx,
  );
  const dues: DemoDue[] = [];
  for (const [index, found] of rows.entries()) {
    const { tariffs } = await assessCase(tx, found.id);
    const tariff = tariffs[index % 5 === 4 ? tariffs.length - 1 : 0];
    if (tariff === undefined) continue;
    const at = new Date(Math.min(found.at.getTime() + 4 * 60_000, now.getTime()));
    const variant = tariff.variant === null ? {} : { variant: tariff.variant.code };
    const { dueId } = await runAt({ tx, actor: clerk, at }, chargeFeeAction, {
      caseId: found.id,
      ...variant,
    });
    dues.push({ dueId, payer: found.name ?? '', payerCode: found.code ?? '' });
  }
  return dues;
}

const TITLES = [
  'Номер документа',
  'Дата операції',
  'Кредит',
  'Платник',
  'Код платника',
  'Рахунок платника',
  'Призначення платежу',
];

async function bringStatement(
  tx: Transaction,
  head: Actor,
  dues: readonly DemoDue[],
  now: Date,
): Promise<void> {
  const lines: string[][] = [TITLES];
  for (const [index, { dueId, payer, payerCode }] of dues.entries()) {
    // The newest have not reached the bank yet.
    if (index >= dues.length - 2) break;
    const due = await getDue(tx, dueId);
    const [day, account] = [kyivDate(due.chargedAt), `UA21322313000002600${7_000_000_000 + index}`];
    const row = (document: string, amount: string, purpose: string) =>
      lines.push([document, day, amount, payer, payerCode, account, purpose]);
    if (index === 1) row(`${4100 + index}`, due.amount, 'Адмінзбір за реєстрацію');
    else if (index === 2) row(`${4100 + index}`, '100.00', due.purpose);
    else if (index === 3) {
      // Somebody of the family paid, without the code: offered by the name, matched by a person.
      lines.push([
        `${4100 + index}`,
        day,
        due.amount,
        payer.split(' ').slice(0, 2).join(' '),
        '',
        account,
        'Збір ЦНАП',
      ]);
    } else row(`${4100 + index}`, due.amount, due.purpose);
  }
  lines.push([
    '990',
    kyivDate(now),
    '250.00',
    'ТОВ «Світанок»',
    '32855961',
    'UA213223130000026007000000990',
    'Оплата за послуги',
  ]);
  await runAt({ tx, actor: head, at: now }, importStatement, {
    fileName: 'vypyska-kaznacheistvo.csv',
    lines,
  });
  await refundOverpaid(tx, head, now);
}

async function refundOverpaid(tx: Transaction, head: Actor, now: Date): Promise<void> {
  const { rows } = await sql<{ id: string; over: string }>`
    select m.payment_id as id, (s.paid - s.amount)::numeric(14, 2)::text as over
      from fees.due_states s join fees.matches m on m.due_id = s.id where s.state = 'overpaid' limit 1`.execute(
    tx,
  );
  const [row] = rows;
  if (row === undefined) return;
  await runAt({ tx, actor: head, at: now }, recordRefund, {
    paymentId: row.id,
    amount: row.over,
    reason: 'overpaid',
    documentNumber: '12-08/417',
    documentDate: kyivDate(now),
  });
}
