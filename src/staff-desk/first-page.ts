import { type Actor, hasRole, type Role, STAFF_ROLES } from '../kernel/actions/actor.ts';
import { definePage, redirect } from '../kernel/page/define-page.ts';

/** Where each role's work begins; who has several roles begins with the first of them here. */
const FIRST_PAGES: readonly (readonly [Role, string])[] = [
  ['specialist', '/desk'],
  ['administrator', '/desk/window'],
  ['head', '/desk/hall/main'],
  ['registrar', '/desk'],
  ['leader', '/desk/decisions'],
  ['operator', '/desk/hotline'],
  ['auditor', '/desk/journal'],
  ['it', '/desk/operations'],
  ['integrator', '/api'],
];

export function firstPageOf(actor: Actor): string {
  return FIRST_PAGES.find(([role]) => hasRole(actor, role))?.[1] ?? '/';
}

export const firstPage = definePage({
  path: '/desk/first',
  may: STAFF_ROLES,
  shell: 'staff',
  get: async ({ actor }) => redirect(firstPageOf(actor)),
});
