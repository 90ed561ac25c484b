import { describe, expect, it } from 'vitest';
import card from './seed/cards/06-01.json' with { type: 'json' };
import definition from './seed/definitions/06-01.json' with { type: 'json' };
import { judgeReadiness, questionsOf, readinessSchema } from './readiness.ts';
import { cardSchema } from './service.ts';

const facts = {
  documents: [],
  card: cardSchema.parse(card),
  rules: readinessSchema.parse(definition.readiness),
};
const condition = (text: string) =>
  questionsOf(facts).find(({ text: { uk } }) => uk === text)?.name ?? 'no such question';

describe('the check-list of a first passport', () => {
  it('asks what its rules and the conditions of its papers say', () => {
    const asked = questionsOf(facts).map(({ text }) => text.uk);
    expect(asked[0]).toBe('Вам уже є 14 років?');
    expect(asked).toContain('Хочете внести номер до картки?');
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('asks for a conditional paper only of whom it concerns', () => {
    const name = condition('Хочете внести номер до картки?');
    const papers = (answer: 'yes' | 'no') =>
      judgeReadiness(facts, { [name]: answer }).bring.map((one) => one.name);
    expect(papers('yes')).toContain('Картка платника податків (РНОКПП)');
    expect(papers('no')).not.toContain('Картка платника податків (РНОКПП)');
  });

  it('says for what one would be sent home, and what to do', () => {
    const { refusals } = judgeReadiness(facts, { 'rule-0': 'no' });
    expect(refusals.map(({ text, instead }) => [text.uk, instead?.uk])).toEqual([
      ['паспорт оформлюють із 14 років', 'Прийдіть після дня народження; вас оформлять за 20 робочих днів.'],
    ]);
    expect(judgeReadiness(facts, { 'rule-0': 'yes' }).refusals).toEqual([]);
  });

  it('says what is still open', () => {
    expect(judgeReadiness(facts, {}).open).toHaveLength(questionsOf(facts).length);
    const all = Object.fromEntries(questionsOf(facts).map(({ name }) => [name, 'no' as const]));
    expect(judgeReadiness(facts, all).open).toEqual([]);
  });
});

describe('a service with a short card', () => {
  it('brings its list as it is', () => {
    const { bring } = judgeReadiness({ documents: ['Заява', 'Паспорт'], card: null, rules: [] }, {});
    expect(bring.map(({ name }) => name)).toEqual(['Заява', 'Паспорт']);
  });
});
