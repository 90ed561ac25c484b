import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addWorkingDays, isWorkingDay, previousWorkingDay } from '../calendar/legal-calendar.ts';
import { forgetCalendar, loadCalendar, loadReception } from '../calendar/load-calendar.ts';
import { isOpenAt } from '../calendar/reception-calendar.ts';
import { seedCalendar } from '../calendar/seed-calendar.ts';
import { UKRAINE_CALENDAR } from '../calendar/ukraine-holidays.ts';
import type { CityDatabase } from '../database/open-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { ruleInForce } from './deadline-rule.ts';
import { forgetTermRules, loadTermRules } from './load-rules.ts';
import { seedDeadlineRules } from './seed-deadline-rules.ts';
import { SEED_RULES } from './seed-rules.ts';

let city: CityDatabase;

beforeAll(async () => {
  city = await createTestDatabase();
  // Twice: a seed is harmless when repeated.
  for (const seed of [seedCalendar, seedDeadlineRules, seedCalendar, seedDeadlineRules]) {
    await city.database.transaction().execute(seed);
  }
});
afterAll(() => city.close());

test('the seeded calendar is the one of the code, day by day', async () => {
  const calendar = await city.database.transaction().execute(loadCalendar);
  for (const start of ['2020-01-01', '2023-06-01', '2027-01-01']) {
    for (let date = start, day = 0; day < 260; day++) {
      date = addWorkingDays(UKRAINE_CALENDAR, date, 1);
      expect([date, isWorkingDay(calendar, date)]).toEqual([date, true]);
      expect(previousWorkingDay(calendar, date)).toBe(previousWorkingDay(UKRAINE_CALENDAR, date));
    }
  }
  expect(calendar.holidays).toHaveLength(UKRAINE_CALENDAR.holidays.length);
  expect(calendar.martialLaw).toEqual(UKRAINE_CALENDAR.martialLaw);
});

test('the seeded rules are the ones of the code', async () => {
  const { rules } = await city.database.transaction().execute(loadTermRules);
  expect(rules).toHaveLength(SEED_RULES.length);
  for (const rule of SEED_RULES) {
    expect(ruleInForce(rules, rule.code, rule.validFrom)).toEqual(rule);
  }
});

test('unchanged data stay one object, so that years computed from it are remembered', async () => {
  const load = () => city.database.transaction().execute(loadCalendar);
  const before = await load();
  expect(await load()).toBe(before);
});

test('what an administrator changes is heard, and a repeated seed leaves it', async () => {
  await city.database.transaction().execute(async (tx) => {
    await sql`insert into kernel.calendar_overrides values ('2027-04-13', false, 'міське свято')`.execute(tx);
    await sql`update kernel.deadline_rules set value = 5 where code = 'keep-result'`.execute(tx);
    await sql`
      insert into kernel.opening_hours (hall, weekday, from_time, to_time, valid_from)
      values ('main', 2, '09:00', '20:00', '2019-01-01')`.execute(tx);
    await seedDeadlineRules(tx);
    forgetCalendar();
    forgetTermRules();
    expect(isWorkingDay(await loadCalendar(tx), '2027-04-13')).toBe(false);
    expect(ruleInForce((await loadTermRules(tx)).rules, 'keep-result', '2020-01-01').value).toBe(5);
    const reception = await loadReception(tx, 'main');
    expect(isOpenAt(reception, new Date('2027-04-06T16:30:00Z'))).toBe(true);
    expect(isOpenAt(reception, new Date('2027-04-06T17:00:00Z'))).toBe(false);
    expect(isOpenAt(await loadReception(tx, 'other'), new Date('2027-04-06T16:30:00Z'))).toBe(false);
  });
});

test('two periods of martial law cannot overlap', async () => {
  const twice = sql`insert into kernel.martial_law values ('2023-01-01', null, 'x')`.execute(city.database);
  await expect(twice).rejects.toThrow('martial_law_no_overlap');
});
