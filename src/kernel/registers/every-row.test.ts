import { describe, expect, it } from 'vitest';
import { everyRow, type From } from './every-row.ts';

/** Numbers from 1 to `last`, ten a sheet; `asked` keeps where each sheet began. */
function numbers(last: number) {
  const asked: number[] = [];
  const read = async ({ after = 0 }: From<number>) => {
    asked.push(after);
    const rows = Array.from({ length: Math.min(10, last - after) }, (_, index) => after + index + 1);
    return { rows, next: after + 10 < last ? after + 10 : null };
  };
  return { asked, read };
}

describe('everyRow', () => {
  it('walks every sheet, each row once and in order', async () => {
    const { asked, read } = numbers(23);
    expect(await Array.fromAsync(everyRow(read))).toEqual(
      Array.from({ length: 23 }, (_, index) => index + 1),
    );
    expect(asked).toEqual([0, 10, 20]);
  });

  it('reads one sheet of an empty list', async () => {
    const { asked, read } = numbers(0);
    expect(await Array.fromAsync(everyRow(read))).toEqual([]);
    expect(asked).toEqual([0]);
  });

  it('reads a sheet only when its rows are asked for', async () => {
    const { asked, read } = numbers(1_000);
    for await (const row of everyRow(read)) if (row === 10) break;
    expect(asked).toEqual([0]);
  });
});
