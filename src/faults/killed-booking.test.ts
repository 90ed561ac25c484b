import { afterAll, beforeAll, expect, test } from 'vitest';
import { isDone, send, type Sent } from './caller.ts';
import { makeCityFolder } from './city-folder.ts';
import { embeddedUrl, readRows, type RunningServer, startServer } from './running-city.ts';

const BOOKERS = 16;
const WANTED = 120;

let dataDir: string;
let server: RunningServer;
let database: string;
beforeAll(async () => {
  dataDir = await makeCityFolder();
  server = await startServer({ dataDir });
  database = await embeddedUrl(dataDir);
});
afterAll(() => server.end('SIGTERM'));

function codeOf({ answer }: Sent): string {
  const code = answer?.body['code'];
  return typeof code === 'string' ? code : '';
}

/** Holds and confirms until it is stopped or the line breaks for good; each booker wants other times. */
async function bookOn(booker: number, times: readonly string[], sent: Sent[], isStopped: () => boolean) {
  for (let turn = 0; !isStopped(); turn += 1) {
    const startsAt = times[(booker * 7 + turn) % times.length];
    const input = { services: ['01-01'], startsAt, email: `b${booker}-${turn}@example.org` };
    const held = await send(server.url, { action: 'booking.hold-visit', input, login: null });
    sent.push(held);
    if (!isDone(held)) continue;
    const rows = await readRows<{ word: string }>(
      database,
      'select confirm_word as word from booking.bookings where code = $1',
      [codeOf(held)],
    ).catch(() => []);
    const word = rows[0]?.word;
    if (word === undefined) continue;
    const confirm = { code: codeOf(held), word };
    sent.push(await send(server.url, { action: 'booking.confirm-visit', input: confirm, login: null }));
  }
}

/** Slots over capacity, or whose count is not that of the visits that stand in them. */
async function countWrongSlots(): Promise<number> {
  const [row] = await readRows<{ wrong: number }>(
    database,
    `select count(*)::int as wrong from booking.slots s
      where s.taken > s.capacity or s.taken <> (
        select count(*) from booking.bookings b
         where b.hall = s.hall and b.sector = s.sector and b.state in ('held', 'confirmed')
           and b.starts_at <= s.starts_at and b.starts_at + make_interval(mins => b.steps * 10) > s.starts_at)`,
  );
  return row?.wrong ?? -1;
}

test('a server killed while people book has lost no acknowledged visit and doubled none', async () => {
  const slots = await readRows<{ at: Date }>(
    database,
    `select starts_at as at from booking.slots where sector = 'registration' and starts_at > now() + interval '1 day'
      order by starts_at limit 300`,
  );
  const times = slots.map(({ at }) => at.toISOString());
  const sent: Sent[] = [];
  let stopped = false;
  const working = Promise.all(
    Array.from({ length: BOOKERS }, (_, booker) => bookOn(booker, times, sent, () => stopped)),
  );
  while (sent.filter(isDone).length < WANTED) await new Promise((resolve) => setTimeout(resolve, 20));
  const killed = server.end('SIGKILL');
  stopped = true;
  await Promise.all([killed, working]);
  server = await startServer({ dataDir, port: Number(new URL(server.url).port) });

  const done = sent.filter(isDone);
  const codes = (action: string) => [...new Set(done.filter((one) => one.action === action).map(codeOf))];
  const [held, confirmed] = [codes('booking.hold-visit'), codes('booking.confirm-visit')];
  const kept = await readRows<{ code: string; state: string }>(
    database,
    'select code, state from booking.bookings where code = any($1)',
    [held],
  );
  expect(kept.length).toBe(held.length);
  const stand = new Set(kept.filter(({ state }) => state === 'confirmed').map(({ code }) => code));
  expect(confirmed.filter((code) => !stand.has(code))).toEqual([]);
  expect(await countWrongSlots()).toBe(0);

  // A repeat under the same key gets the first answer; what was never answered is done once, now or then.
  for (const one of sent.filter(({ answer }) => answer === undefined)) await send(server.url, one, one.key);
  const first = done[0];
  if (first === undefined) throw new Error('nothing was done');
  expect((await send(server.url, first, first.key)).answer).toEqual(first.answer);
  expect(await countWrongSlots()).toBe(0);
});
