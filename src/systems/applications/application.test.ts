import { describe, expect, test } from 'vitest';
import { RESIDENT, type Actor } from '../../kernel/actions/actor.ts';
import {
  APPLICATION,
  countDecision,
  HeldByColleague,
  pauseArticle,
  reportLineOf,
  requireExecutor,
  requireFree,
  STATES,
  termOf,
} from './application.ts';

const actor = (more: Partial<Actor>): Actor => ({
  ...RESIDENT,
  kind: 'staff',
  staffId: 'me',
  roles: ['specialist'],
  unitId: 'body',
  ...more,
});
const found = { number: 'ЦНАП-2026-000001', unitId: 'body', executorId: null };
const residence = { reportGroup: 'residence-registration' } as const;

describe('states', () => {
  test('every state can be reached, and what is closed never opens again', () => {
    const reached = new Set(['registered', ...Object.values(APPLICATION.transitions).flat()]);
    expect([...reached].toSorted()).toEqual([...STATES].toSorted());
    const isOpen = (state: string) => APPLICATION.open.includes(state);
    const fromClosed = Object.entries(APPLICATION.transitions).filter(([from]) => !isOpen(from));
    expect(fromClosed.flatMap(([, targets]) => targets).filter(isOpen)).toEqual([]);
  });
});

describe('lines of the report', () => {
  test.each([
    [residence, 'dnap-residence', 'residence-registration'],
    [{ reportGroup: 'social' as const }, 'uszn-fortechnyi', 'social-fortechnyi'],
    [{ reportGroup: 'social' as const }, 'uszn-podilskyi', 'social-podilskyi'],
    [{ reportGroup: 'social' as const }, 'social-support', 'social'],
    [null, null, 'not-itemised'],
  ])('%o by %s is %s', (service, provider, line) => {
    expect(reportLineOf(service, provider)).toBe(line);
  });
});

describe('terms', () => {
  test('no service: the general rule of Law 5203-VI; a service: its own', () => {
    expect(termOf(null)).toEqual({ ruleCode: 'administrative-service' });
    const term = { value: 10, unit: 'working-days', article: 'ст. 1' } as const;
    expect(termOf({ code: '01-01', term })).toMatchObject({ value: 10, article: 'ст. 1' });
  });

  test('art. 43 of Law 2073-IX from its first day, the service’s own rule before', () => {
    const service = { term: { value: 1, unit: 'working-days', article: 'ст. 5' } } as const;
    expect(pauseArticle('2023-12-15', service)).toBe('Закон 2073-IX, ст. 43');
    expect(pauseArticle('2023-12-14', service)).toBe('ст. 5');
    expect(pauseArticle('2020-01-01', null)).toContain('5203-VI');
  });

  test('a decision on the last day is in term, on the next not; without a date neither', () => {
    expect(countDecision('2026-03-02', '2026-03-05', '2026-03-05')).toEqual({ days: 3, inTerm: true });
    expect(countDecision('2026-03-02', '2026-03-06', '2026-03-05')).toEqual({ days: 4, inTerm: false });
    expect(countDecision('2026-03-02', '2026-03-02', null)).toEqual({ days: 0, inTerm: null });
  });
});

describe('who may', () => {
  test('take what nobody of one’s own body holds', () => {
    expect(() => requireFree(found, actor({}))).not.toThrow();
    expect(() => requireFree({ ...found, executorId: 'other' }, actor({}))).toThrow(HeldByColleague);
    expect(() => requireFree({ ...found, executorId: 'me' }, actor({}))).toThrow('alreadyYours');
    expect(() => requireFree(found, actor({ unitId: 'elsewhere' }))).toThrow('otherBody');
  });

  test('act on what one holds', () => {
    expect(() => requireExecutor({ ...found, executorId: 'me' }, actor({}))).not.toThrow();
    expect(() => requireExecutor(found, actor({}))).toThrow('takeFirst');
    expect(() => requireExecutor({ ...found, executorId: 'other' }, actor({}))).toThrow(HeldByColleague);
  });
});
