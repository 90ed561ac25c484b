import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { chainCalls, firstHash, headOf, lineOf } from '../call-chain.ts';
import { findSeal, listCalls } from '../call-store.ts';
import { getHall } from '../hall-store.ts';
import { civilDay, hallCode } from '../ticket-view.ts';

export const callLog = defineQuery({
  name: 'queue.call-log',
  title: { uk: 'Журнал викликів', en: 'Log of calls' },
  input: z.object({ hall: hallCode, day: civilDay }),
  output: z.object({
    hall: z.string(),
    hallName: z.string(),
    day: z.string(),
    firstHash: z.string(),
    calls: z.array(
      z.object({
        number: z.string(),
        sector: z.string(),
        window: z.int(),
        reason: z.string(),
        calledAt: z.string(),
        joinedAt: z.string(),
        orderKey: z.string(),
        hash: z.string(),
      }),
    ),
    /** The chain's end as it is now. */
    head: z.string(),
    /** The chain's end as it was sealed after the day; null while the day goes on. */
    sealed: z.object({ head: z.string(), rowCount: z.int(), sealedAt: z.string() }).nullable(),
  }),
  may: ['resident'],
  async run({ tx }, { hall, day }) {
    const { name } = await getHall(tx, hall);
    const calls = chainCalls(hall, day, (await listCalls(tx, hall, day)).map(lineOf));
    const seal = await findSeal(tx, hall, day);
    return {
      hall,
      hallName: name,
      day,
      firstHash: firstHash(hall, day),
      calls: [...calls],
      head: headOf(hall, day, calls),
      sealed:
        seal === undefined
          ? null
          : { head: seal.head, rowCount: seal.row_count, sealedAt: seal.sealed_at.toISOString() },
    };
  },
});
