import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { whenBroken } from '../../../kernel/database/when-broken.ts';

export const enterResident = defineAction({
  name: 'community-register.enter-resident',
  title: {
    uk: 'Внести мешканця до Реєстру територіальної громади',
    en: 'Enter a resident in the community register',
  },
  importable: true,
  may: ['administrator'],
  input: z.object({
    id: z.uuid().optional(),
    name: personal(z.string().trim().min(2, 'community-register:input.nameMissing').max(200)),
    birthDate: personal(z.iso.date('community-register:input.birthDateWrong')).nullable().default(null),
    address: personal(z.string().trim().min(3, 'community-register:input.addressMissing').max(300)),
  }),
  output: z.object({ residentId: z.uuid() }),
  async run(deed, input) {
    if (input.birthDate !== null && input.birthDate > kyivDate(deed.now)) {
      throw new Refusal('community-register:refusals.bornLater', {}, 422);
    }
    const id = input.id ?? uuid();
    deed.about({ kind: 'resident', id });
    const inserted = sql`
      insert into community_register.residents
        (id, name, birth_date, address, entered_at, recorded_at, entered_by, imported)
      values (${id}, ${input.name}, ${input.birthDate}::date, ${input.address}, ${deed.now}, ${deed.recordedAt},
              ${deed.actor.staffId}, ${deed.imported})`.execute(deed.tx);
    await whenBroken(inserted, { residents_pkey: 'community-register:refusals.alreadyEntered' });
    return { residentId: id };
  },
});
