import { expect, it } from 'vitest';
import { fixedClock, travellingClock } from './system-clock.ts';

it('a travelling clock stands until it is moved', () => {
  const clock = travellingClock(new Date('2020-01-01T00:00:00Z'));
  clock.advance(60_000);
  expect(clock.now()).toEqual(new Date('2020-01-01T00:01:00Z'));
  clock.travelTo(new Date('2020-12-31T00:00:00Z'));
  expect(clock.now()).toEqual(new Date('2020-12-31T00:00:00Z'));
});

it('a moment that a caller changes does not change the clock', () => {
  const clock = fixedClock(new Date('2020-01-01T00:00:00Z'));
  clock.now().setFullYear(1999);
  expect(clock.now()).toEqual(new Date('2020-01-01T00:00:00Z'));
});
