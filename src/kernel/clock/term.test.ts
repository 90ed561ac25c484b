import { describe, expect, it } from 'vitest';
import { kyivInstant } from '../calendar/kyiv-time.ts';
import { UKRAINE_CALENDAR } from '../calendar/ukraine-holidays.ts';
import { makeRule, makeTerm } from './make-term.ts';
import { computeTerm, type Pause, type Term, type TermInput } from './term.ts';

const thirtyDays = makeRule(30, 'calendar-days');
const threeDays = makeRule(3, 'working-days');

describe('the service of 30 days', () => {
  it('filed on 18 September 2020 ends on Monday, for the thirtieth day is a Sunday', () => {
    const term = computeTerm(makeTerm(thirtyDays, '2020-09-18'));
    expect(term).toMatchObject({
      legalDue: '2020-10-19',
      internalDue: '2020-10-16',
      legalDueAt: null,
    });
    expect(named(term)).toEqual(['started', 'countCalendarDays', 'moved']);
    expect(term.steps.at(-1)).toEqual({
      date: '2020-10-19',
      text: {
        key: 'clock:steps.moved',
        params: { from: '2020-10-18', date: '2020-10-19', why: 'calendar:reasons.weekday7' },
      },
      article: 'ЦК, ст. 254, ч. 5',
    });
  });

  it('is counted by Law 2073-IX from the day it came into force', () => {
    const articles = (startedOn: string) =>
      computeTerm(makeTerm(thirtyDays, startedOn)).steps.map(({ article }) => article);
    expect(articles('2023-12-14')[0]).toBe('ЦК, ст. 253');
    expect(articles('2023-12-15')[0]).toBe('Закон 2073-IX, ст. 33, ч. 2');
  });

  it('says that martial law made a holiday work, where that settled the date', () => {
    const inWar = computeTerm(makeTerm(thirtyDays, '2025-07-25'));
    expect(inWar.legalDue).toBe('2025-08-25');
    expect(named(inWar)).not.toContain('martialLaw');
    const onHoliday = computeTerm(makeTerm(thirtyDays, '2023-07-25'));
    expect(onHoliday.legalDue).toBe('2023-08-24');
    expect(onHoliday.steps.at(-1)).toEqual({
      date: null,
      text: { key: 'clock:steps.martialLaw', params: {} },
      article: 'Закон 2136-IX, ст. 6, ч. 6',
    });
    expect(named(computeTerm(makeTerm(threeDays, '2023-08-23')))).toContain('martialLaw');
  });
});

describe('a term that keeps days off', () => {
  const emergency = makeRule(24, 'hours', { keepsDayOff: true });

  it('of an emergency on Friday ends on Saturday at the same hour, and says why', () => {
    const startedAt = kyivInstant('2026-03-06', '10:00');
    const term = computeTerm(makeTerm(emergency, '2026-03-06', { startedAt }));
    expect(term).toMatchObject({
      legalDue: '2026-03-07',
      legalDueAt: kyivInstant('2026-03-07', '10:00'),
      internalDue: '2026-03-07',
    });
    expect(named(term)).toEqual(['startedAt', 'countHours', 'keepsDayOff', 'endsAt']);
  });

  it('on a working day says nothing of days off', () => {
    const startedAt = kyivInstant('2026-03-04', '10:00');
    const term = computeTerm(makeTerm(emergency, '2026-03-04', { startedAt }));
    expect(named(term)).toEqual(['startedAt', 'countHours', 'endsAt']);
  });
});

describe('pauses', () => {
  it('leave the rest of the term to go on after them', () => {
    const term = computeTerm(paused(pause('2020-09-28', '2020-10-08')));
    expect(term.legalDue).toBe('2020-10-28');
    expect(named(term)).toEqual(['started', 'countCalendarDays', 'paused', 'resumed', 'ends']);
    expect(term.steps[3]).toMatchObject({ date: '2020-10-08', text: { params: { count: 10 } } });
  });

  it('without an end leave the date open and say so', () => {
    const term = computeTerm(paused(pause('2020-09-28', null)));
    expect(term).toMatchObject({ legalDue: null, internalDue: null, legalDueAt: null });
    expect(named(term).slice(2)).toEqual(['paused', 'standing']);
  });

  it('without an end change nothing when the term had passed before', () => {
    expect(computeTerm(paused(pause('2020-10-20', null))).legalDue).toBe('2020-10-19');
  });

  it('on the day to which a day off moved the end move it on', () => {
    expect(computeTerm(paused(pause('2020-10-19', '2020-10-22'))).legalDue).toBe('2020-10-22');
    const open = computeTerm(paused(pause('2020-10-19', null)));
    expect(open.legalDue).toBeNull();
    expect(named(open)).toContain('endsOnDayOff');
  });

  it('that overlap are told each, and resumed once', () => {
    const term = computeTerm(paused(pause('2020-10-01', '2020-10-08'), pause('2020-09-28', '2020-10-05')));
    expect(named(term)).toEqual(['started', 'countCalendarDays', 'paused', 'paused', 'resumed', 'ends']);
    expect(term.steps.map(({ date }) => date)).toEqual([
      '2020-09-18',
      null,
      '2020-09-28',
      '2020-10-01',
      '2020-10-08',
      '2020-10-28',
    ]);
  });

  it('that were over before the start, or came after the end, are not told', () => {
    const past = pause('2020-09-01', '2020-09-18');
    const future = pause('2020-10-20', '2020-10-25');
    expect(computeTerm(paused(past, future))).toEqual(computeTerm(paused()));
  });

  it('keep the own words of the clerk apart from message keys', () => {
    const words = { ...pause('2020-09-28', '2020-09-29'), reason: 'Чекаємо: копія паспорта' };
    expect(named(computeTerm(paused(words)))).toContain('pausedFor');
  });

  it('that end before they begin are refused', () => {
    expect(() => computeTerm(paused(pause('2020-09-28', '2020-09-27')))).toThrow(RangeError);
  });
});

describe('units', () => {
  it.each([
    ['2020-01-31', 1, '2020-03-02'],
    ['2019-01-31', 1, '2019-02-28'],
    ['2020-02-29', 12, '2021-03-01'],
    ['2020-09-15', 1, '2020-10-15'],
  ])('from %s %i month(s) end on %s', (startedOn, months, due) => {
    expect(computeTerm(makeTerm(makeRule(months, 'months'), startedOn)).legalDue).toBe(due);
  });

  it('auto-days: up to ten are working days, more are calendar days, ten is a setting', () => {
    const due = (value: number, tenDaysAre: 'working' | 'calendar') =>
      computeTerm(makeTerm(makeRule(value, 'auto-days'), '2024-03-01', { settings: { tenDaysAre } }))
        .legalDue;
    expect(due(9, 'working')).toBe('2024-03-14');
    expect(due(10, 'working')).toBe('2024-03-15');
    expect(due(10, 'calendar')).toBe('2024-03-11');
    expect(due(11, 'working')).toBe('2024-03-12');
  });

  it('hours end at their moment on a working day', () => {
    const startedAt = kyivInstant('2020-09-15', '10:20');
    const term = computeTerm(makeTerm(makeRule(48, 'hours'), '2020-09-15', { startedAt }));
    expect(term).toMatchObject({
      legalDue: '2020-09-17',
      legalDueAt: kyivInstant('2020-09-17', '10:20'),
    });
    expect(named(term)).toEqual(['startedAt', 'countHours', 'endsAt']);
  });

  it('hours that end on a day off last to the end of the next working day', () => {
    const startedAt = kyivInstant('2020-09-18', '10:20');
    const term = computeTerm(makeTerm(makeRule(48, 'hours'), '2020-09-18', { startedAt }));
    expect(term).toMatchObject({
      legalDue: '2020-09-21',
      legalDueAt: kyivInstant('2020-09-21', '23:59'),
    });
  });

  it('hours without a moment run from the midnight that ends the day of the event', () => {
    const term = computeTerm(makeTerm(makeRule(48, 'hours'), '2020-09-15'));
    expect(term).toMatchObject({
      legalDue: '2020-09-17',
      legalDueAt: kyivInstant('2020-09-17', '24:00'),
    });
    expect(term.steps.at(-1)?.text.params).toEqual({ date: '2020-09-17', time: '24:00' });
  });

  it('hours stand in a pause', () => {
    const startedAt = kyivInstant('2020-09-15', '10:00');
    const pauses = [pause('2020-09-16', '2020-09-17')];
    const input = makeTerm(makeRule(24, 'hours'), '2020-09-15', { startedAt, pauses });
    expect(computeTerm(input).legalDueAt).toEqual(kyivInstant('2020-09-17', '10:00'));
    const later = { ...input, pauses: [pause('2020-09-17', null)] };
    expect(computeTerm(later).legalDueAt).toEqual(kyivInstant('2020-09-16', '10:00'));
    const open = { ...input, pauses: [pause('2020-09-16', null)] };
    expect(computeTerm(open)).toMatchObject({ legalDue: null, legalDueAt: null });
  });

  it('zero is the day itself, moved over days off', () => {
    expect(computeTerm(makeTerm(makeRule(0, 'working-days'), '2020-09-18')).legalDue).toBe('2020-09-18');
    const saturday = computeTerm(makeTerm(makeRule(0, 'working-days'), '2020-09-19'));
    expect(saturday).toMatchObject({ legalDue: '2020-09-21', internalDue: '2020-09-21' });
    expect(named(saturday)).toEqual(['startedToday', 'sameDay', 'moved']);
  });
});

describe('extensions', () => {
  const appeal = makeRule(1, 'months', { extension: { max: 45, unit: 'calendar-days' } });

  it('add to the term in their own unit', () => {
    const term = computeTerm(makeTerm(appeal, '2020-09-01', { extensions: [{ days: 5, article: 'x' }] }));
    expect(term.legalDue).toBe('2020-10-06');
    expect(term.steps[2]).toMatchObject({
      text: { key: 'clock:steps.extendedCalendarDays' },
      article: 'x',
    });
  });

  it('never pass the maximum that the law sets for the whole term', () => {
    const extensions = [
      { days: 15, article: 'x' },
      { days: 15, article: 'x' },
    ];
    const term = computeTerm(makeTerm(appeal, '2020-09-01', { extensions }));
    expect(term.legalDue).toBe('2020-10-16');
    expect(named(term)).toContain('capped');
  });

  it('are refused where the law gives none, and where they are not whole days', () => {
    const extensions = [{ days: 5, article: 'x' }];
    const none = makeRule(3, 'working-days', { extension: null });
    expect(() => computeTerm(makeTerm(none, '2020-09-01', { extensions }))).toThrow('no extension');
    const half = makeTerm(appeal, '2020-09-01', { extensions: [{ days: 0.5, article: 'x' }] });
    expect(() => computeTerm(half)).toThrow(RangeError);
  });
});

it('a local day off moves the end too', () => {
  const localDays = [{ date: '2020-10-19', working: false, reason: 'немає світла' }];
  const term = computeTerm(
    makeTerm(thirtyDays, '2020-09-19', { calendar: { ...UKRAINE_CALENDAR, localDays } }),
  );
  expect(term.legalDue).toBe('2020-10-20');
  expect(term.steps.at(-1)?.text.params).toMatchObject({ reason: 'немає світла' });
});

function paused(...pauses: readonly Pause[]): TermInput {
  return makeTerm(thirtyDays, '2020-09-18', { pauses });
}

function pause(from: string, to: string | null): Pause {
  return { from, to, reason: 'clock:pauses.withoutMotion', article: 'ст. 2' };
}

function named(term: Term): string[] {
  return term.steps.map(({ text }) => text.key.replace('clock:steps.', ''));
}
