import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { listBaseAmounts } from '../service-catalogue/index.ts';
import type { Account, FeeRules, Variant, Waiver } from './assess.ts';

export interface Validity {
  readonly validFrom: string;
  readonly validTo: string | null;
}
export type KeptAccount = Account & Validity;
export type KeptVariant = Variant & Validity & { readonly id: string; readonly certainty: string };
export type KeptWaiver = Waiver & Validity & { readonly id: string; readonly certainty: string };

const inForce = (on: string) =>
  sql`valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)`;

const ACCOUNT = sql.raw(
  'id, scope, recipient, edrpou, iban, budget_code as "budgetCode", valid_from as "validFrom", valid_to as "validTo"',
);
const RULE =
  'id, scope, code, title, title_en as "titleEn", article, certainty, valid_from as "validFrom", valid_to as "validTo"';
const VARIANT = sql.raw(`${RULE}, basis_points as "basisPoints"`);
const WAIVER = sql.raw(`${RULE}, percent`);

/** What holds on a day. */
export async function readRules(tx: Transaction, on: string): Promise<FeeRules> {
  const accounts = await sql<KeptAccount>`select ${ACCOUNT} from fees.accounts where ${inForce(on)}`.execute(
    tx,
  );
  const variants = await sql<KeptVariant>`select ${VARIANT} from fees.variants where ${inForce(on)}`.execute(
    tx,
  );
  const waivers = await sql<KeptWaiver>`
    select ${WAIVER} from fees.waivers where ${inForce(on)} order by percent desc, title`.execute(tx);
  return {
    accounts: accounts.rows,
    variants: variants.rows,
    waivers: waivers.rows,
    bases: await listBaseAmounts(tx),
  };
}

/** Every version, those in force and to come first. */
export async function readAllRules(tx: Transaction) {
  const order = sql.raw('order by valid_to is not null, scope, valid_from desc');
  const accounts = await sql<KeptAccount>`select ${ACCOUNT} from fees.accounts ${order}`.execute(tx);
  const variants = await sql<KeptVariant>`select ${VARIANT} from fees.variants ${order}`.execute(tx);
  const waivers = await sql<KeptWaiver>`select ${WAIVER} from fees.waivers ${order}`.execute(tx);
  return { accounts: accounts.rows, variants: variants.rows, waivers: waivers.rows };
}

export async function setAccount(tx: Transaction, row: Omit<KeptAccount, 'id' | 'validTo'>): Promise<string> {
  const id = uuid();
  await replacing('accounts_no_overlap', async () => {
    await sql`
      update fees.accounts set valid_to = ${row.validFrom}::date
       where scope = ${row.scope} and valid_to is null and valid_from < ${row.validFrom}::date`.execute(tx);
    await sql`
      insert into fees.accounts (id, scope, recipient, edrpou, iban, budget_code, valid_from)
      values (${id}, ${row.scope}, ${row.recipient}, ${row.edrpou}, ${row.iban}, ${row.budgetCode},
              ${row.validFrom}::date)`.execute(tx);
  });
  return id;
}

export async function setVariant(tx: Transaction, row: Omit<KeptVariant, 'id' | 'validTo'>): Promise<string> {
  const id = uuid();
  await replacing('variants_no_overlap', async () => {
    await sql`
      update fees.variants set valid_to = ${row.validFrom}::date
       where scope = ${row.scope} and code = ${row.code} and valid_to is null
         and valid_from < ${row.validFrom}::date`.execute(tx);
    await sql`
      insert into fees.variants (id, scope, code, title, title_en, basis_points, article, certainty, valid_from)
      values (${id}, ${row.scope}, ${row.code}, ${row.title}, ${row.titleEn}, ${row.basisPoints}, ${row.article},
              ${row.certainty}, ${row.validFrom}::date)`.execute(tx);
  });
  return id;
}

export async function setWaiver(tx: Transaction, row: Omit<KeptWaiver, 'id' | 'validTo'>): Promise<string> {
  const id = uuid();
  await replacing('waivers_no_overlap', async () => {
    await sql`
      update fees.waivers set valid_to = ${row.validFrom}::date
       where scope = ${row.scope} and code = ${row.code} and valid_to is null
         and valid_from < ${row.validFrom}::date`.execute(tx);
    await sql`
      insert into fees.waivers (id, scope, code, title, title_en, percent, article, certainty, valid_from)
      values (${id}, ${row.scope}, ${row.code}, ${row.title}, ${row.titleEn}, ${row.percent}, ${row.article},
              ${row.certainty}, ${row.validFrom}::date)`.execute(tx);
  });
  return id;
}

const TABLES = { account: 'accounts', variant: 'variants', waiver: 'waivers' } as const;

/** Ends a rule: what is to come is kept, the past is not rewritten. @throws Refusal */
export async function endRule(
  tx: Transaction,
  kind: keyof typeof TABLES,
  id: string,
  validTo: string,
): Promise<void> {
  const { rows } = await sql`
    update ${sql.table(`fees.${TABLES[kind]}`)} set valid_to = ${validTo}::date
     where id = ${id} and valid_to is null and valid_from < ${validTo}::date returning id`.execute(tx);
  if (rows.length === 0) throw new Refusal('fees:refusals.notEnded', {}, 409);
}

/** The database alone knows what overlaps; two who change one rule at once are told. */
async function replacing(constraint: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === constraint) {
      throw new Refusal('fees:refusals.overlaps', {}, 409);
    }
    throw error;
  }
}
