import { defineSystem } from '../../kernel/system.ts';
import { addMember } from './actions/add-member.ts';
import { changeMember } from './actions/change-member.ts';
import { getMemberQuery } from './queries/get-member.ts';
import { listMembersQuery } from './queries/list-members.ts';
import { listUnitsQuery } from './queries/list-units.ts';
import { seedStaff } from './seed.ts';
import { memberPage } from './staff/member-page.tsx';
import { membersPage } from './staff/members-page.tsx';

export const staff = defineSystem({
  name: 'staff',
  title: { uk: 'Працівники', en: 'Staff' },
  folder: import.meta.dirname,
  actions: [addMember, changeMember],
  queries: [listMembersQuery, getMemberQuery, listUnitsQuery],
  pages: [membersPage, memberPage],
  menu: [
    {
      menu: 'staff',
      path: '/desk/staff',
      group: 'house',
      label: 'staff:menu',
      order: 90,
      may: ['it', 'head', 'auditor'],
    },
  ],
  seed: { run: seedStaff },
});
