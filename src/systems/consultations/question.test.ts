import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchStems, STATES, statesBefore, TRANSITIONS } from './question.ts';

describe('the states of a question', () => {
  it('lead from asked to closed, and nothing leads out of closed or back to asked', () => {
    expect(TRANSITIONS.closed).toEqual([]);
    expect(statesBefore('asked')).toEqual([]);
    expect(statesBefore('published')).toEqual(['answered']);
    for (const state of STATES.filter((one) => one !== 'closed')) {
      expect(TRANSITIONS[state]).toContain('closed');
    }
  });
});

describe('the words of a search', () => {
  it.each([
    ['пенсію', 'пенсія'],
    ['субсидії', 'Субсидія'],
    ['сім’ї', 'сім’я'],
    ['довідки', 'довідка'],
    ['прописатися', 'прописатись'],
  ])('«%s» finds «%s»', (asked, written) => {
    const stems = searchStems(asked);
    expect(stems.every((stem) => written.toLowerCase().replace('’', '').includes(stem))).toBe(true);
  });

  it('leave short words out where longer ones stand', () => {
    expect(searchStems('як до Центру')).toEqual(['цент']);
    expect(searchStems('як')).toEqual(['як']);
  });

  it('are few and never empty pieces, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const stems = searchStems(words);
        expect(stems.length).toBeLessThanOrEqual(8);
        expect(stems.every((stem) => stem.length > 0)).toBe(true);
      }),
    );
  });
});
