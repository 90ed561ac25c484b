import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from '../generated/database.ts';
import type { BenchCity } from './bench-city.ts';

/** A statement as it goes to the database. */
export interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What a piece of work asks of the database, told by the connection itself. */
export async function askedOf(
  city: BenchCity,
  work: (database: Kysely<DB>) => Promise<unknown>,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const pool = new pg.Pool({ connectionString: city.database, max: 1 });
  const database = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void asked.push({ text: query.sql, values: query.parameters }),
  });
  await work(database);
  await database.destroy();
  return asked.filter(({ text }) => /^\s*(select|with)\b/i.test(text));
}

/** The same for pgbench, which knows no parameters of ours: with their values written in. */
export function pgbenchScript(asked: readonly Asked[]): readonly string[] {
  return asked.map(
    ({ text, values }) =>
      `${text.trim().replaceAll(/\$(\d+)/g, (_, no: string) => literal(values[Number(no) - 1]))};`,
  );
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'`;
  if (typeof value === 'string') return pg.escapeLiteral(value);
  throw new Error('a value that pgbench is not told');
}
