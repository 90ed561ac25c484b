import { sql } from 'kysely';
import { z } from 'zod';
import { STAFF_ROLES } from '../../../kernel/actions/actor.ts';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { getMember } from '../member-store.ts';

export const changeMember = defineAction({
  name: 'staff.change-member',
  title: { uk: 'Змінити ролі працівника або зачинити йому вхід', en: 'Change roles or shut a member’s door' },
  may: ['it'],
  input: z.object({
    staffId: z.uuid(),
    roles: z.array(z.enum(STAFF_ROLES)).min(1, 'staff:input.roleMissing'),
    active: z.boolean(),
  }),
  output: z.object({ staffId: z.uuid() }),
  async run(deed, { staffId, roles, active }) {
    const member = await getMember(deed.tx, staffId);
    const shutsOwnDoor = staffId === deed.actor.staffId && (!active || !roles.includes('it'));
    if (shutsOwnDoor) throw new Refusal('staff:refusals.ownDoor');
    deed.about({ kind: 'staff', id: staffId });
    deed.changed('roles', member.roles, roles);
    deed.changed('active', member.active, active);
    await sql`update kernel.staff set roles = ${roles}, active = ${active} where id = ${staffId}`.execute(
      deed.tx,
    );
    // What was opened under the former rights ends with them.
    await sql`delete from kernel.sessions where staff_id = ${staffId}`.execute(deed.tx);
    return { staffId };
  },
});
