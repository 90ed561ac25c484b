import { describe, expect, it } from 'vitest';
import { countOf, dayOf, present, wordsOf } from './read-address.ts';

describe('an address that anyone may have written', () => {
  it('gives words without their edges, no longer than asked', () => {
    expect(wordsOf('  дах тече ')).toBe('дах тече');
    expect(wordsOf('абвгд', 3)).toBe('абв');
    expect([wordsOf('   '), wordsOf(undefined)]).toEqual([undefined, undefined]);
  });

  it('gives days that there are', () => {
    expect(dayOf('2020-02-29')).toBe('2020-02-29');
    expect(['2021-02-29', '19.09.2020', 'yesterday', undefined].map(dayOf)).toEqual(Array(4).fill(undefined));
  });

  it('counts from nought', () => {
    expect(['50', '0', '-1', '1.5', '1e3', '10000000', undefined].map(countOf)).toEqual([
      50, 0, 0, 0, 0, 0, 0,
    ]);
  });

  it('leaves out what is not there, and keeps what is empty', () => {
    expect(present({ words: '', from: undefined, open: false })).toEqual({ words: '', open: false });
  });
});
