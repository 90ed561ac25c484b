/**
 * What a person may be in the city hall. `resident` is anyone who did not sign in; `head` leads the
 * service centre, `leader` is the mayor and the deputies, `registrar` receives appeals and requests,
 * `operator` answers the hotline.
 */
export const ROLES = [
  'resident',
  'administrator',
  'specialist',
  'head',
  'registrar',
  'operator',
  'leader',
  'auditor',
  'integrator',
  'it',
] as const;
export type Role = (typeof ROLES)[number];

/** Everyone who signs in. */
export const STAFF_ROLES = [
  'administrator',
  'specialist',
  'head',
  'registrar',
  'operator',
  'leader',
  'auditor',
  'integrator',
  'it',
] as const satisfies readonly Role[];

/** Who signed in as a resident, as the provider of identity told. Personal: never into the journal. */
export interface Resident {
  readonly accountId: string;
  readonly name: string;
  /** РНОКПП; a provider may not know it. */
  readonly code: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  /** The provider by which they signed in. */
  readonly provider: string;
}

/** Who acts: found from the session or the token, never from the input. */
export interface Actor {
  readonly kind: 'resident' | 'staff' | 'system';
  /** Staff member's id; `resident` and `system` have none of their own. */
  readonly staffId: string | null;
  /** A member's name; a resident's own name is in `resident` only. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unitId: string | null;
  readonly sessionId: string | null;
  /** The integrator in whose name a past event arrives; the actor itself is then the named clerk. */
  readonly importedBy: string | null;
  /** Null for everyone who did not sign in as a resident. */
  readonly resident: Resident | null;
}

export const RESIDENT: Actor = {
  kind: 'resident',
  staffId: null,
  name: 'resident',
  roles: ['resident'],
  unitId: null,
  sessionId: null,
  importedBy: null,
  resident: null,
};

export const SYSTEM_ACTOR: Actor = { ...RESIDENT, kind: 'system', name: 'system', roles: [] };

/** Under whose id a deed is written down: the member's, or the signed-in resident's account. */
export function actorIdOf(actor: Actor): string | null {
  return actor.staffId ?? actor.resident?.accountId ?? null;
}

export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return roles.some((role) => actor.roles.includes(role));
}
