import { describe, expect, test } from 'vitest';
import { holderOfWhole } from './complex-case.ts';
import { judgePlan, type KnownServices } from './judge-plan.ts';
import { choiceCode, planSchema, readChoice } from './plan.ts';
import { readSeedPlans } from './seed/seed-plans.ts';

const known: KnownServices = {
  find: (code) =>
    code === '01-02' || code === '05-01'
      ? { providers: ['dracs'], term: { value: 1, unit: 'working-days', article: 'ст. 9' } }
      : undefined,
  providers: new Set(['dracs', 'dps']),
};
const words = (uk: string) => ({ uk, en: '' });
const part = (no: number, more: object = {}) => ({
  no,
  title: words(`Частина ${no}`),
  gives: words('щось'),
  serviceCode: '05-01',
  provider: 'dracs',
  ...more,
});
const plan = (parts: readonly object[], more: object = {}) =>
  planSchema.parse({ code: 'proba', title: words('Проба'), intro: words('Для проби.'), parts, ...more });
const kinds = (...given: Parameters<typeof plan>) =>
  judgePlan(plan(...given), known).map(({ kind, no }) => [kind, no]);

describe('contradictions of a plan', () => {
  test('a sound plan has none', () => {
    expect(kinds([part(1), part(2, { dependsOn: [1] })])).toEqual([]);
  });

  test.each([
    ['no-provider', [part(1, { provider: '' })], 1],
    ['unknown-provider', [part(1, { provider: 'moon' })], 1],
    ['not-its-provider', [part(1, { provider: 'dps' })], 1],
    ['no-service', [part(1, { serviceCode: '99-99' })], 1],
    ['no-term', [part(1, { serviceCode: null })], 1],
    ['same-no', [part(1), part(1)], 1],
    ['no-such-part', [part(1, { dependsOn: [7] })], 1],
    ['unknown-question', [part(1, { shares: ['who-knows'] })], 1],
    ['cycle', [part(1, { dependsOn: [2] }), part(2, { dependsOn: [1] })], null],
  ])('%s', (kind, parts, no) => {
    expect(kinds(parts)).toContainEqual([kind, no]);
  });

  test('the longest chain must fit what the city promises', () => {
    const promise = { value: 10, unit: 'calendar-days', article: 'ст. 10' };
    const slow = { serviceCode: null, provider: 'dps', term: { ...promise, value: 9 } };
    expect(kinds([part(1), part(2, slow)], { promise })).toEqual([]);
    // One working day is three calendar days at the worst, and nine more are twelve.
    expect(kinds([part(1), part(2, { ...slow, dependsOn: [1] })], { promise })).toEqual([['too-long', 2]]);
  });
});

test('the plans the city begins with are read from their file: ten parts, six bodies', () => {
  const [birth, ...others] = readSeedPlans();
  expect(birth?.parts).toHaveLength(10);
  expect(new Set(birth?.parts.map(({ provider }) => provider)).size).toBe(6);
  expect(others.map(({ code }) => code)).toEqual(['moving-home', 'open-a-cafe', 'veteran']);
});

test('a choice is a short code and comes back whole', () => {
  const code = choiceCode('e-maliatko', [1, 2, 3, 10]);
  expect(code.length).toBeLessThan(16);
  expect(readChoice(` ${code.toUpperCase()} `)).toEqual({ planCode: 'e-maliatko', chosen: [1, 2, 3, 10] });
  expect(readChoice('що завгодно')).toBeUndefined();
});

test('whose day the whole is: who has to mend comes first, then the body that is the last in time', () => {
  const held = { state: 'open', holderKind: 'body', holderUnitId: 'a', dueOn: '2026-03-10' } as const;
  expect(holderOfWhole([held, { ...held, holderUnitId: 'b', dueOn: '2026-03-20' }])).toEqual({
    kind: 'body',
    unitId: 'b',
  });
  const standing = { ...held, state: 'standing', holderKind: 'applicant', holderUnitId: null } as const;
  expect(holderOfWhole([held, standing])).toEqual({ kind: 'applicant', unitId: null });
  expect(holderOfWhole([{ ...held, state: 'granted' }])).toEqual({ kind: 'front-office', unitId: null });
});
