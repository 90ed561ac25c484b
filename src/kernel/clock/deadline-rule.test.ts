import { describe, expect, it } from 'vitest';
import { ruleInForce } from './deadline-rule.ts';
import { makeRule } from './make-term.ts';
import { LAW_2073, SEED_RULES } from './seed-rules.ts';

describe('the rule in force', () => {
  it('is the version valid on the date, which ends the day before the next begins', () => {
    expect(ruleInForce(SEED_RULES, 'administrative-service', '2020-09-19').extension).toBeNull();
    expect(ruleInForce(SEED_RULES, 'administrative-service', '2023-12-14').validTo).toBe(LAW_2073);
    expect(ruleInForce(SEED_RULES, 'administrative-service', LAW_2073).validFrom).toBe(LAW_2073);
  });

  it('is missing before the law and for codes that nobody gave', () => {
    expect(() => ruleInForce(SEED_RULES, 'leave-without-motion', '2020-09-19')).toThrow('2020-09-19');
    expect(() => ruleInForce(SEED_RULES, 'nothing', '2024-01-01')).toThrow('nothing');
  });

  it('is the younger one where two overlap', () => {
    const rules = [makeRule(5, 'months', { validFrom: '2020-01-01' }), makeRule(7, 'months')];
    expect(ruleInForce(rules, 'test', '2021-01-01').value).toBe(5);
  });
});

it('the seed has no two versions of a rule in force on one day', () => {
  for (const rule of SEED_RULES) {
    const same = SEED_RULES.filter(
      ({ code, validFrom, validTo }) =>
        code === rule.code && validFrom <= rule.validFrom && (validTo === null || rule.validFrom < validTo),
    );
    expect(same).toEqual([rule]);
  }
});
