import { expect, it } from 'vitest';
import { Line } from './line.ts';

it('lets so many in at once, the others in the order in which they came, whatever becomes of the first', async () => {
  const line = new Line(2);
  const begun: number[] = [];
  const ends = new Map<number, (failure?: Error) => void>();
  const visits = [0, 1, 2, 3].map((who) =>
    line
      .serve(() => {
        begun.push(who);
        return new Promise<number>((resolve, reject) => {
          ends.set(who, (failure) => (failure === undefined ? resolve(who) : reject(failure)));
        });
      })
      .catch((error: unknown) => (error instanceof Error ? error.message : 'no error')),
  );
  expect(begun).toEqual([0, 1]);
  ends.get(1)?.(new Error('refused'));
  expect(await visits[1]).toBe('refused');
  expect(begun).toEqual([0, 1, 2]);
  ends.get(0)?.();
  await visits[0];
  expect(begun).toEqual([0, 1, 2, 3]);
  ends.get(2)?.();
  ends.get(3)?.();
  expect(await Promise.all(visits)).toEqual([0, 'refused', 2, 3]);
  expect(await line.serve(async () => 'free again')).toBe('free again');
});
