import {
  type DatabaseConnection,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type RawBuilder,
  type TransactionSettings,
} from 'kysely';
import type { Database, Transaction } from './database.ts';

/** BEGIN travels with the transaction's first statement: one round trip less for each deed and question. */
class PipelinedDriver extends PostgresDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    // Not awaited. It fails only with its connection, and then the next statement fails as well.
    super.beginTransaction(connection, settings).catch(() => undefined);
  }
}

/** PostgreSQL over connections with `pipeline: true`, on which statements are sent without waiting. */
export class PipelinedDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): PostgresDriver {
    return new PipelinedDriver(this.#config);
  }
}

/** Sends one of the last statements of a transaction; its answer is awaited with the COMMIT that follows it. `tell` turns its error into another. */
export type SendLast = (statement: RawBuilder<unknown>, tell?: (error: unknown) => never) => Promise<void>;

/**
 * A transaction whose COMMIT travels with its last statement, so that locks are held one round trip
 * less. Where one of the last fails, nothing is kept and the first one's error is thrown.
 */
export async function inTransaction<Result>(
  database: Database,
  work: (tx: Transaction, sendLast: SendLast) => Promise<Result>,
): Promise<Result> {
  let last: Promise<unknown> | undefined;
  try {
    const result = await database.transaction().execute((tx) =>
      work(tx, async (statement, tell) => {
        const compiled = statement.compile(tx);
        await tx.getExecutor().provideConnection(async (connection) => {
          const before = last;
          const sent = connection.executeQuery(compiled).catch(tell);
          // What follows a failed statement only says that the transaction is over.
          last = before === undefined ? sent : before.then(() => sent);
          for (const one of [sent, last]) one.catch(() => undefined);
        });
      }),
    );
    await last;
    return result;
  } catch (error) {
    // Where the last statement failed, COMMIT only says that it rolled back.
    await last;
    throw error;
  }
}

/** Sends a statement without an answer to wait for, such as a setting: it travels with the next one, which fails if it does. */
export async function sendAhead(tx: Transaction, statement: RawBuilder<unknown>): Promise<void> {
  const compiled = statement.compile(tx);
  await tx.getExecutor().provideConnection(async (connection) => {
    connection.executeQuery(compiled).catch(() => undefined);
  });
}
