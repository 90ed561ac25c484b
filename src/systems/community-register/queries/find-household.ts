import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { addressLine, getAddress } from '../../address-register/index.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';
import { RESIDENCE_KINDS } from '../resident.ts';
import { flatInput, reasonInput } from '../resident-input.ts';

const member = z.object({
  id: z.uuid(),
  name: z.string(),
  birthDate: z.string().nullable(),
  flat: z.string().nullable(),
  kind: z.enum(RESIDENCE_KINDS),
  from: z.string(),
});

export const findHousehold = defineQuery({
  name: 'community-register.find-household',
  title: { uk: 'Хто зареєстрований за адресою', en: 'Who is registered at an address' },
  may: REGISTER_ROLES,
  input: z.object({
    addressId: z.uuid('community-register:input.addressMissing'),
    flat: flatInput.optional(),
    reason: reasonInput,
  }),
  output: z.object({ address: z.string(), members: z.array(member) }),
  async run({ tx, actor, now, looked }, { addressId, flat, reason }) {
    await requireOwnDesk(tx, actor);
    const address = await getAddress(tx, addressId);
    const { rows } = await sql<z.output<typeof member>>`
      select r.id, r.name, r.birth_date as "birthDate", e.flat, e.kind, e.from_date as "from"
        from community_register.residences e
        join community_register.residents r on r.id = e.resident_id and r.name is not null
       where e.address_id = ${addressId} and e.until_date is null and (${flat ?? null}::text is null or e.flat = ${flat ?? null})
       order by length(e.flat), e.flat, e.from_date, r.name limit 500`.execute(tx);
    for (const { id } of rows) looked({ kind: 'resident', id }, reason);
    return { address: addressLine(address, kyivDate(now)), members: [...rows] };
  },
});
