import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { normalizeCaseNumber } from '../../../kernel/cases/case-number.ts';
import { OUTCOMES } from '../application.ts';
import { countShelf, readShelf } from '../shelf-store.ts';

/** Results that wait for their owners. */
export const toHandOut = defineQuery({
  name: 'applications.to-hand-out',
  title: { uk: 'Результати до видачі', en: 'Results to hand out' },
  input: z.object({
    number: z.string().trim().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    waiting: z.int(),
    results: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        service: z.string(),
        outcome: z.enum(OUTCOMES),
        decidedOn: z.iso.date(),
        applicant: z.string().nullable(),
      }),
    ),
  }),
  may: ['administrator', 'head'],
  async run({ tx, looked }, { number, limit }) {
    const numbers = number === undefined || number === '' ? null : [normalizeCaseNumber(number)];
    const shelf = await readShelf(tx, { numbers, limit });
    for (const { id } of shelf) looked({ kind: 'case', id });
    const results = shelf.map((line) => ({ ...line, outcome: z.enum(OUTCOMES).parse(line.outcome) }));
    return { waiting: await countShelf(tx), results };
  },
});
