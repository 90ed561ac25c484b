import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { maskCode } from '../../../kernel/cases/applicant-code.ts';
import { findHouseIds } from '../../address-register/index.ts';
import { findResidents } from '../find-store.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';
import { maskName } from '../person-words.ts';
import { flatInput } from '../resident-input.ts';

const line = z.object({
  id: z.uuid(),
  /** «Шевченко Т. Г.» */
  name: z.string(),
  birthYear: z.string().nullable(),
  /** `17******76` */
  code: z.string().nullable(),
  /** Without the flat. */
  address: z.string().nullable(),
  since: z.string().nullable(),
});
export type ResidentLine = z.output<typeof line>;

export const findResidentsQuery = defineQuery({
  name: 'community-register.find-residents',
  title: { uk: 'Пошук у Реєстрі територіальної громади', en: 'Search the community register' },
  may: REGISTER_ROLES,
  input: z.object({
    /** Name, its beginning or with a slip, day of birth, РНОКПП, УНЗР, together or alone. */
    words: personal(z.string().trim().max(200)).default(''),
    /** «кільцева 12» */
    address: personal(z.string().trim().max(200)).default(''),
    addressId: z.uuid().optional(),
    flat: flatInput.optional(),
    after: personal(z.string().max(300)).optional(),
    limit: z.coerce.number().int().min(1).max(10_000).default(50),
  }),
  output: z.object({
    residents: z.array(line),
    /** Nobody is called so: these are called like it. */
    alike: z.boolean(),
    next: z.string().nullable(),
  }),
  /** Masked, so that a person is chosen; to open one a reason is given. The search itself is journalled. */
  async run({ tx, actor, looked }, { words, address, addressId, flat, after, limit }) {
    await requireOwnDesk(tx, actor);
    const addressIds =
      addressId !== undefined ? [addressId] : address === '' ? null : await findHouseIds(tx, address);
    const asked = { words, addressIds, flat: flat ?? null, after: after ?? null, limit: limit + 1 };
    const { found, alike } = await findResidents(tx, asked);
    const shown = found.slice(0, limit);
    looked({ kind: 'register', id: 'community-register' });
    return {
      residents: shown.map((one) => ({
        id: one.id,
        name: maskName(one.name),
        birthYear: one.birthDate?.slice(0, 4) ?? null,
        code: one.rnokpp === null ? null : maskCode(one.rnokpp),
        address: one.address,
        since: one.from,
      })),
      alike,
      // Those alike stand by nearness: their list has no second page.
      next: !alike && found.length > limit ? (shown.at(-1)?.key ?? null) : null,
    };
  },
});
