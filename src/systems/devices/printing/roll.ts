import { z } from 'zod';

const SIZES = ['small', 'normal', 'large', 'huge'] as const;

/** What stands on a paper roll, from top to bottom: no layout, the roll's width decides it. */
export const rollSchema = z
  .array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('text'),
        text: z.string().max(600),
        size: z.enum(SIZES).default('normal'),
        bold: z.boolean().default(false),
        align: z.enum(['left', 'center']).default('center'),
      }),
      /** Term at the left, value under it. */
      z.object({ kind: z.literal('line'), term: z.string().max(200), value: z.string().max(600) }),
      z.object({ kind: z.literal('qr'), text: z.string().min(1).max(500) }),
      z.object({ kind: z.literal('rule') }),
    ]),
  )
  .min(1)
  .max(80);
export type Roll = z.output<typeof rollSchema>;
export type RollInput = z.input<typeof rollSchema>;
export type RollItem = Roll[number];
export type RollSize = (typeof SIZES)[number];
