import { parseArgs } from 'node:util';
import { z } from 'zod';

const options = z.object({
  /** What is replayed: the Centre's year, or the citizens' voice. */
  system: z.enum(['centre', 'voice']).default('centre'),
  year: z.coerce.number().int().optional(),
  /** A city's own file of the citizens' voice, instead of one of `years/`. */
  file: z.string().optional(),
  url: z.url().default('http://localhost:3000'),
  token: z.string().default(process.env['REPLAY_TOKEN'] ?? 'demo-integrator'),
  scale: z.coerce.number().positive().max(10).default(1),
  seed: z.coerce.number().int().default(1),
  /** The last day or month. */
  until: z
    .string()
    .regex(/^\d{4}-\d{2}(-\d{2})?$/)
    .default('9999-12'),
  state: z.string().optional(),
  /** How many deeds lie between two checkpoints: a day or two of the busy season, held in memory. */
  step: z.coerce.number().int().positive().default(6_000),
});
export type Options = z.output<typeof options> & { readonly year: number };

const YEARS = { centre: 2020, voice: 2021 } as const;

/** What the command line says; undefined where it cannot be understood. */
export function readOptions(): Options | undefined {
  try {
    const type = 'string' as const;
    const { values } = parseArgs({
      options: {
        system: { type },
        year: { type },
        file: { type },
        url: { type },
        token: { type },
        scale: { type },
        seed: { type },
        until: { type },
        state: { type },
        step: { type },
      },
    });
    const given = options.parse(values);
    return { ...given, year: given.year ?? YEARS[given.system] };
  } catch {
    return undefined;
  }
}
