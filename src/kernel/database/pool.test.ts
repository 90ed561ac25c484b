import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../testing/test-database.ts';
import type { CityDatabase } from './open-database.ts';

let city: CityDatabase;
beforeAll(async () => {
  city = await createTestDatabase({ poolSize: 2 });
});
afterAll(() => city.close());

describe('values from the database', () => {
  it('keep dates and money as they are, and instants exact', async () => {
    const { rows } =
      await city.pool.query(`select '1890-03-01'::date as day, array['2020-01-01'::date] as days,
      1.10::numeric as money, array[1.10::numeric, null] as sums, 9007199254740991::int8 as number,
      array[1::int8, null] as numbers, '2020-03-29T03:30:00+02'::timestamptz as instant`);
    expect(rows[0]).toEqual({
      day: '1890-03-01',
      days: ['2020-01-01'],
      money: '1.10',
      sums: ['1.10', null],
      number: 9007199254740991,
      numbers: [1, null],
      instant: new Date('2020-03-29T01:30:00Z'),
    });
  });

  it('bring an instant back as it went in, in a summer-time gap too', async () => {
    const instant = new Date('2020-03-29T01:00:00.123Z');
    const { rows } = await city.pool.query('select $1::timestamptz as instant', [instant]);
    expect(rows).toEqual([{ instant }]);
  });
});

describe('a repeated statement', () => {
  it('is prepared once per connection, a single one is not', async () => {
    const client = await city.pool.connect();
    for (let n = 0; n < 3; n += 1) {
      await client.query('select $1::int as repeated', [n]);
    }
    await client.query('select $1::int as single', [1]);
    const { rows } = await client.query<{ statement: string }>(
      'select statement from pg_prepared_statements',
    );
    client.release();
    expect(rows.map((row) => row.statement)).toEqual(['select $1::int as repeated']);
  });
});

describe('a broken connection', () => {
  it('does not end the process, in the middle of a transaction either', async () => {
    const client = await city.pool.connect();
    const { rows } = await client
      .query<{ pid: number }>('begin; select pg_backend_pid() as pid')
      .then((results) => (Array.isArray(results) ? results[1] : results));
    await city.withOwner((owner) => owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]));
    await expect
      .poll(() =>
        client.query('select 1').then(
          () => 'works',
          () => 'broken',
        ),
      )
      .toBe('broken');
    client.release();
    expect((await city.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});

describe('listening', () => {
  it('hears what is said on its channel until it stops', async () => {
    const heard: string[] = [];
    const stop = await city.listen('hall', (payload) => heard.push(payload));
    await city.notify('hall', 'main');
    await city.notify('another', 'main');
    await expect.poll(() => heard).toEqual(['main']);
    await stop();
    await city.notify('hall', 'again');
    await city.pool.query('select 1');
    expect(heard).toEqual(['main']);
  });

  it('goes on after its connection was cut, and tells of the gap', async () => {
    const heard: string[] = [];
    let gaps = 0;
    await city.listen(
      'cut',
      (payload) => heard.push(payload),
      () => (gaps += 1),
    );
    await city.withOwner((owner) =>
      owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
        and application_name like '%listener'`),
    );
    await expect.poll(() => gaps, { timeout: 10_000 }).toBe(1);
    await city.notify('cut', 'hello');
    await expect.poll(() => heard).toEqual(['hello']);
  });
});
