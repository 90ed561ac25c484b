import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEdrpou, isRnokpp } from '../src/kernel/cases/applicant-code.ts';
import { kyivDate, kyivTime } from '../src/kernel/calendar/kyiv-time.ts';
import { seededCity } from './city-fixture.ts';
import { planYear } from './plan-year.ts';
import { receptionDays } from './plan-days.ts';
import type { DayPlan, KeyedDeed } from './planned-deed.ts';
import { scaleYear } from './scale-year.ts';
import { isChosen, spread } from './spread.ts';
import { SECTORS, readYearFile } from './year-file.ts';

const file = readYearFile(2020);
const city = seededCity();

/** All deeds of a day in the order in which a server must get them. */
function deedsOf(day: DayPlan): readonly KeyedDeed[] {
  return [
    ...day.registered,
    ...SECTORS.flatMap((sector) => day.halls[sector]),
    ...day.desk,
    ...day.course.flat(),
  ];
}

/** What must have happened last to the ticket or the case; nothing where the deed makes it. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  'queue.take-ticket': [],
  'queue.begin-service': ['queue.take-ticket'],
  'queue.mark-no-show': ['queue.take-ticket'],
  'queue.finish-service': ['queue.begin-service'],
  'applications.register-application': [],
  'applications.take-application': ['applications.register-application'],
  'applications.leave-without-motion': ['applications.take-application'],
  'applications.resume-application': ['applications.leave-without-motion'],
  'applications.record-outcome': ['applications.take-application', 'applications.resume-application'],
  'applications.hand-out-result': ['applications.record-outcome'],
};

const text = (deed: KeyedDeed, name: string): string => String(deed.input[name]);

describe('the year 2020', () => {
  // One walk over the million deeds; every expectation reads what it gathered.
  const counts = new Map<string, number>();
  const count = (name: string, more = 1) => void counts.set(name, (counts.get(name) ?? 0) + more);
  const keys = new Set<string>();
  const ids = new Set<string>();
  const wrong: string[] = [];
  const lastOf = new Map<string, [action: string, at: number]>();
  const usedBodies = new Set<string>();
  const daily = new Map<string, { visitors: number; applications: number }>();
  const groupOf = new Map(city.editions.at(-1)?.services.map((one) => [one.code, one.reportGroup]));
  const hours = new Map(receptionDays(file).map((day) => [day.date, day]));

  for (const day of planYear({ file, city, scale: 1, seed: 1 })) {
    const open = hours.get(day.date);
    const tally = { visitors: 0, applications: day.registered.length };
    for (const deed of deedsOf(day)) {
      count(deed.action);
      if (keys.has(deed.key)) wrong.push(`${deed.key} twice`);
      keys.add(deed.key);
      if (open === undefined || deed.at < open.opens || deed.at > open.closes)
        wrong.push(`${deed.action} out of hours: ${day.date} ${kyivTime(new Date(deed.at))}`);
      const made = deed.input['id'];
      if (typeof made === 'string') {
        if (ids.has(made)) wrong.push(`id ${made} twice`);
        ids.add(made);
      }
      checkCause(deed);
      if (deed.action === 'queue.finish-service') tally.visitors++;
    }
    for (const { key, ticketId, mark, at } of day.ratings) {
      count('rating');
      if (mark >= 4) count('positive');
      if (keys.has(key)) wrong.push(`${key} twice`);
      keys.add(key);
      const [last, until] = lastOf.get(ticketId) ?? ['', 0];
      if (last !== 'queue.finish-service' || at < until) wrong.push(`${key} early`);
      lastOf.set(ticketId, ['rated', at]);
    }
    for (const deed of day.registered) {
      const service = deed.input['serviceCode'];
      const body = String(deed.input['providerCode']);
      const group = typeof service === 'string' ? groupOf.get(service) : 'not-itemised';
      if (typeof service === 'string') usedBodies.add(body);
      count(`line ${body.startsWith('uszn-') ? body.replace('uszn', 'social') : (group ?? '')}`);
      if (group === 'pension' && day.date < '2020-09-19') wrong.push(`pension on ${day.date}`);
      if (body.startsWith('uszn-') && day.date < '2020-09-01') wrong.push(`social on ${day.date}`);
    }
    daily.set(day.date, tally);
  }

  /** Nothing happens to a ticket or a case before what it stands on. */
  function checkCause(deed: KeyedDeed): void {
    const after = AFTER[deed.action];
    if (after === undefined) return;
    const about = text(
      deed,
      after.length === 0 ? 'id' : deed.action.startsWith('queue') ? 'ticketId' : 'caseId',
    );
    const [last, at] = lastOf.get(about) ?? ['', 0];
    if (after.length === 0 ? last !== '' : !after.includes(last) || deed.at < at)
      wrong.push(`${deed.key}: ${deed.action} after ${last}`);
    lastOf.set(about, [deed.action, deed.at]);
  }

  it('has exactly the counts that the document prints', () => {
    expect(counts.get('queue.finish-service')).toBe(95_909);
    expect(counts.get('applications.register-application')).toBe(131_511);
    for (const { line, count: printed } of file.lines)
      expect([line, counts.get(`line ${line}`)]).toEqual([line, printed]);
    expect(counts.get('community-register.enter-resident')).toBe(54_614);
    expect([counts.get('rating'), counts.get('positive')]).toEqual([10_000, 9_820]);
  });

  it('keeps reception hours, causes before effects, keys and ids apart', () => {
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('has people who do not come, pauses, refusals, late bodies and cases still open at its end', () => {
    const of = (name: string) => counts.get(name) ?? 0;
    expect(of('queue.mark-no-show') / of('queue.call-next')).toBeCloseTo(0.045, 2);
    expect(of('applications.leave-without-motion')).toBeGreaterThan(1_000);
    expect(of('applications.resume-application')).toBeLessThanOrEqual(
      of('applications.leave-without-motion'),
    );
    const open = 131_511 - of('applications.record-outcome');
    expect(open).toBeGreaterThan(1_000);
    expect(open).toBeLessThan(15_000);
    expect(of('applications.hand-out-result')).toBeLessThan(of('applications.record-outcome'));
    expect(usedBodies.size).toBeGreaterThanOrEqual(33);
  });

  it('grows at the opening as the document says, by the average day', () => {
    const average = (name: 'visitors' | 'applications', after: boolean) => {
      const days = [...daily].filter(([date]) => date >= file.opening.on === after);
      return days.reduce((sum, [, tally]) => sum + tally[name], 0) / days.length;
    };
    const growth = (name: 'visitors' | 'applications') =>
      Math.round((average(name, true) / average(name, false) - 1) * 100);
    expect(Math.abs(growth('visitors') - 142)).toBeLessThanOrEqual(1);
    expect(Math.abs(growth('applications') - 259)).toBeLessThanOrEqual(1);
  });

  it('receives nobody on holidays and Sundays', () => {
    const dates = [...daily.keys()];
    for (const holiday of [
      '2020-01-01',
      '2020-01-07',
      '2020-04-20',
      '2020-08-24',
      '2020-10-14',
      '2020-12-25',
    ])
      expect(dates).not.toContain(holiday);
    expect(dates.every((date) => new Date(`${date}T12:00:00Z`).getUTCDay() !== 0)).toBe(true);
  });
});

describe('a smaller year', () => {
  it('adds up at every scale', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 2, noNaN: true }), (scale) => {
        const { lines, applications, ratings, positive } = scaleYear(file, scale);
        expect([...lines.values()].reduce((sum, one) => sum + one, 0)).toBe(applications);
        expect(positive).toBeLessThanOrEqual(ratings);
      }),
    );
  });

  it('is the same in every run, and another with another seed', () => {
    const print = (seed: number) => {
      const hash = createHash('sha256');
      for (const day of planYear({ file, city, scale: 0.01, seed })) hash.update(JSON.stringify(day));
      return hash.digest('hex');
    };
    expect(print(1)).toBe(print(1));
    expect(print(1)).not.toBe(print(2));
  });

  it('counts what it was scaled to', () => {
    const scaled = scaleYear(file, 0.002);
    const days = [...planYear({ file, city, scale: 0.002, seed: 7 })];
    const all = days.flatMap(deedsOf);
    const of = (action: string) => all.filter((deed) => deed.action === action).length;
    expect(of('queue.finish-service')).toBe(scaled.visitors);
    expect(of('applications.register-application')).toBe(scaled.applications);
    expect(of('community-register.enter-resident')).toBe(scaled.residents);
    expect(days.flatMap(({ ratings }) => ratings).length).toBe(scaled.ratings);
    expect(all.every((deed) => kyivDate(new Date(deed.at)).startsWith('2020-'))).toBe(true);
  });

  it('names applicants whose numbers have right check digits', () => {
    for (const day of planYear({ file, city, scale: 0.01, seed: 3 })) {
      for (const { input } of day.registered) {
        const { kind, code } = input['applicant'] as { kind: string; code: string };
        expect(kind === 'person' ? isRnokpp(code) : isEdrpou(code)).toBe(true);
      }
    }
  });
});

describe('spreading', () => {
  it('adds up, and gives nothing where there is no weight', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.array(fc.nat(1_000), { minLength: 1 }), (total, weights) => {
        const parts = spread(total, weights);
        const sum = parts.reduce((all, part) => all + part, 0);
        expect(sum).toBe(weights.some((weight) => weight > 0) ? total : 0);
        expect(parts.every((part, index) => part === 0 || (weights[index] ?? 0) > 0)).toBe(true);
      }),
    );
  });

  it('chooses as many as it is told, evenly', () => {
    const chosen = Array.from({ length: 1_000 }, (_, index) => isChosen(index, 982, 1_000));
    expect(chosen.filter(Boolean).length).toBe(982);
    expect(chosen.slice(0, 500).filter(Boolean).length).toBe(491);
  });
});
