import { expect, test } from 'vitest';
import { cityHall } from '../city-hall.ts';
import { RESIDENT, STAFF_ROLES, type Role } from '../kernel/actions/actor.ts';
import { isAllowed } from '../kernel/actions/permission.ts';
import { firstPageOf } from './first-page.ts';

const withRoles = (...roles: Role[]) => ({ ...RESIDENT, kind: 'staff' as const, roles });

test.each(STAFF_ROLES)('%s may open the page on which the work begins', (role) => {
  const path = firstPageOf(withRoles(role));
  const page = cityHall
    .flatMap((system) => system.pages)
    .find((one) => one.path.replace(':hall', 'main') === path);
  if (path === '/api') return;
  expect(page).toBeDefined();
  expect(page?.may === 'anyone' || isAllowed(page?.may ?? [], withRoles(role))).toBe(true);
});

test('who is a specialist too begins with the applications', () => {
  expect(firstPageOf(withRoles('head', 'specialist'))).toBe('/desk');
});
