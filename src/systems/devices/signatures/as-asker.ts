import { type Actor, RESIDENT } from '../../../kernel/actions/actor.ts';

/** The tablet is the longer arm of the administrator who asked: the picture is kept as theirs. */
export function asAsker(staffId: string): Actor {
  return { ...RESIDENT, kind: 'staff', staffId, name: 'tablet', roles: ['administrator'] };
}
