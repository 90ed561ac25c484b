import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { withdrawAppeal } from './actions/control-appeal.ts';
import { linkAppeals } from './actions/link-appeals.ts';
import { type AppealsCity, answerAppeal, makeAppealsCity } from './appeals-fixture.ts';
import { getAppeal } from './queries/get-appeal.ts';
import { listAppeals } from './queries/list-appeals.ts';

/** A Monday before noon in Kyiv. */
const NOW = '2026-03-02T08:00:00Z';
let house: AppealsCity;

beforeAll(async () => {
  house = await makeAppealsCity(NOW);
}, 60_000);
afterAll(() => house.city.connections.close());
beforeEach(() => house.clock.travelTo(new Date(NOW)));

const seqOf = (number: string) => Number(number.slice(-6));
const settled = <T>(ends: readonly PromiseSettledResult<T>[]) =>
  ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));

test('registrars who register at once: the book has no gap and no number twice', async () => {
  const opened = await Promise.all(Array.from({ length: 12 }, () => house.register()));
  const numbers = opened.map(({ number }) => seqOf(number)).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => (numbers[0] ?? 0) + index));
});

test('two who join one appeal to different main ones: one does, and it has one master', async () => {
  const [a, b, twin] = [await house.register(), await house.register(), await house.register()];
  const join = (otherId: string) =>
    house.act('registrar-01', linkAppeals, { caseId: twin.caseId, otherId, kind: 'twin' });
  const ends = await Promise.allSettled([join(a.caseId), join(b.caseId)]);
  expect(settled(ends)).toHaveLength(1);
  const found = await house.ask('registrar-01', getAppeal, { caseId: twin.caseId });
  expect(found.links.filter(({ kind, outgoing }) => kind === 'twin' && outgoing)).toHaveLength(1);
});

test('two who join two appeals to one another: never a ring', async () => {
  const [a, b] = [await house.register(), await house.register()];
  const join = (caseId: string, otherId: string) =>
    house.act('registrar-01', linkAppeals, { caseId, otherId, kind: 'twin' });
  const ends = await Promise.allSettled([join(a.caseId, b.caseId), join(b.caseId, a.caseId)]);
  expect(settled(ends)).toHaveLength(1);
});

test('who joins while the main one is being answered: its answer comes too, or the joining is refused', async () => {
  const [main, twin] = [await house.register(), await house.register()];
  const [joined] = await Promise.allSettled([
    house.act('registrar-01', linkAppeals, { caseId: twin.caseId, otherId: main.caseId, kind: 'twin' }),
    answerAppeal(house, main.caseId),
  ]);
  const { state } = await house.ask('registrar-01', getAppeal, { caseId: twin.caseId });
  expect(state).toBe(joined.status === 'fulfilled' ? 'answered' : 'registered');
});

test('authors with privileges stand first in a list by terms, page after page, nobody twice', async () => {
  for (let index = 0; index < 3; index++) await house.register({ categories: ['7.5'] });
  const all = await sql<{ n: number }>`
    select count(*)::int as n from kernel.cases where kind = 'appeals.appeal' and is_open`.execute(
    house.city.connections.database,
  );
  const seen: { id: string; priority: boolean }[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof next>> = await next(after);
    seen.push(...page.appeals);
    after = page.next;
  } while (after !== null);
  expect(seen.slice(0, 3).every(({ priority }) => priority)).toBe(true);
  expect(seen.slice(3).some(({ priority }) => priority)).toBe(false);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(all.rows[0]?.n);
});

function next(after: string | null) {
  return house.ask('registrar-01', listAppeals, {
    show: 'open',
    limit: 3,
    ...(after === null ? {} : { after }),
  });
}

test('a main appeal that ends without an answer leaves nobody joined to it', async () => {
  const [main, twin] = [await house.register(), await house.register()];
  const joined = { caseId: twin.caseId, otherId: main.caseId, kind: 'twin' } as const;
  await house.act('registrar-01', linkAppeals, joined);
  await house.act('registrar-01', withdrawAppeal, { caseId: main.caseId });
  const found = await house.ask('registrar-01', getAppeal, { caseId: twin.caseId });
  expect(found).toMatchObject({ state: 'registered', isOpen: true, links: [] });
});
