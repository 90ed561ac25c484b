import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { STAFF_ROLES } from '../../../kernel/actions/actor.ts';
import { defineAction } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { whenBroken } from '../../../kernel/database/when-broken.ts';
import { findUnitByCode } from '../../../kernel/identity/unit-store.ts';

export const addMember = defineAction({
  name: 'staff.add-member',
  title: { uk: 'Додати працівника', en: 'Add a member of staff' },
  may: ['it'],
  input: z.object({
    login: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9]([a-z0-9.-]{1,48}[a-z0-9])$/, 'staff:input.loginWrong'),
    name: z.string().trim().min(3, 'staff:input.nameMissing').max(200),
    position: z.string().trim().max(200).default(''),
    unitCode: z.string().min(1, 'staff:input.unitMissing'),
    roles: z.array(z.enum(STAFF_ROLES)).min(1, 'staff:input.roleMissing'),
  }),
  output: z.object({ staffId: z.uuid() }),
  async run(deed, input) {
    const unit = await findUnitByCode(deed.tx, input.unitCode);
    if (unit === undefined) throw notFound('staff:refusals.noSuchUnit', { code: input.unitCode });
    const id = uuid();
    deed.about({ kind: 'staff', id });
    const inserted = sql`
      insert into kernel.staff (id, unit_id, login, name, position, roles, created_at)
      values (${id}, ${unit.id}, ${input.login}, ${input.name}, ${input.position}, ${input.roles}, ${deed.now})`.execute(
      deed.tx,
    );
    await whenBroken(inserted, { staff_login_key: 'staff:refusals.loginTaken' });
    return { staffId: id };
  },
});
