import { z } from 'zod';
import { wholeAddress } from './resident.ts';
import type { PersonData } from './resident-input.ts';
import type { Residence } from './whole-resident.ts';

/** What a certificate says, for ever: later changes make it old, never other. */
export const certificateContentSchema = z.object({
  name: z.string(),
  birthDate: z.string().nullable(),
  unzr: z.string().nullable(),
  /** Null: registered nowhere in the community. */
  residence: z
    .object({ address: z.string(), kind: z.enum(['declared', 'registered']), from: z.string() })
    .nullable(),
  former: z.array(z.object({ address: z.string(), from: z.string(), until: z.string() })),
});
export type CertificateContent = z.output<typeof certificateContentSchema>;

const MOST_FORMER = 5;

export function certificateContent(person: PersonData, residences: readonly Residence[]): CertificateContent {
  const open = residences.find(({ until }) => until === null);
  const former = residences.flatMap(({ address, flat, from, until, endGround }) =>
    until === null || endGround === 'mistake' ? [] : [{ address: wholeAddress(address, flat), from, until }],
  );
  return {
    name: person.name,
    birthDate: person.birthDate,
    unzr: person.unzr,
    residence:
      open === undefined
        ? null
        : { address: wholeAddress(open.address, open.flat), kind: open.kind, from: open.from },
    former: former.slice(0, MOST_FORMER),
  };
}
