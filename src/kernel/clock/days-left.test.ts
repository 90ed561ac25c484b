import { describe, expect, it } from 'vitest';
import { daysLeft, daysOverdue, describeTerm, urgency } from './days-left.ts';

describe('how a term burns on 19 September 2020', () => {
  it.each([
    ['2020-09-17', 'overdue', 0, 2, 'clock:left.overdue'],
    ['2020-09-18', 'overdue', 0, 1, 'clock:left.overdue'],
    ['2020-09-19', 'today', 0, 0, 'clock:left.today'],
    ['2020-09-20', 'soon', 1, 0, 'clock:left.days'],
    ['2020-09-22', 'soon', 3, 0, 'clock:left.days'],
    ['2020-09-23', 'later', 4, 0, 'clock:left.days'],
  ])('due %s is %s', (due, expected, left, overdue, key) => {
    const today = '2020-09-19';
    expect(urgency(today, due)).toBe(expected);
    expect(daysLeft(today, due)).toBe(left);
    expect(daysOverdue(today, due)).toBe(overdue);
    expect(describeTerm(today, due).key).toBe(key);
  });

  it('a clock that stands has no days', () => {
    expect(describeTerm('2020-09-19', null).key).toBe('clock:left.standing');
  });
});
