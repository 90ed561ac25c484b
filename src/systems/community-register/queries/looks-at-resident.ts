import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { looksAt } from '../../../kernel/audit/looks.ts';
import { residentIdInput } from '../resident-input.ts';

const look = z.object({
  at: z.coerce.date(),
  /** What was opened, in words. */
  title: z.object({ uk: z.string(), en: z.string() }).nullable(),
  name: z.string().nullable(),
  reason: z.string().nullable(),
});
export type ResidentLook = z.output<typeof look>;

/** Tells nothing of the person but that their card was opened: the auditor asks it without a reason. */
export const looksAtResident = defineQuery({
  name: 'community-register.looks-at-resident',
  title: { uk: 'Хто дивився картку мешканця', en: 'Who looked at a resident’s card' },
  may: ['auditor', 'administrator', 'specialist'],
  input: z.object({ residentId: residentIdInput }),
  output: z.object({ looks: z.array(look) }),
  async run({ tx, house }, { residentId }) {
    const looks = await looksAt(tx, { kind: 'resident', id: residentId });
    return {
      looks: looks.map(({ at, query, name, reason }) => ({
        at,
        name,
        reason,
        title: house.titleOf(query) ?? null,
      })),
    };
  },
});
