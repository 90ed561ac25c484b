import type { Kysely, Transaction as KyselyTransaction } from 'kysely';
import type { DB } from '../../../generated/database.ts';

/** The city's database, as the application's lesser role. Tables are typed from the migrations. */
export type Database = Kysely<DB>;
export type Transaction = KyselyTransaction<DB>;
