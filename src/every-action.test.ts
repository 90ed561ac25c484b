import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cityHall } from './city-hall.ts';
import { type Actor, RESIDENT, ROLES, type Role } from './kernel/actions/actor.ts';
import { askQuery } from './kernel/actions/ask-query.ts';
import { InvalidInput } from './kernel/actions/invalid-input.ts';
import { type Door, mayEnter } from './kernel/actions/permission.ts';
import { performAction } from './kernel/actions/perform-action.ts';
import { newKey } from './kernel/actions/save-deeds.ts';
import type { City } from './kernel/city.ts';
import { findActorsByLogin } from './kernel/identity/find-actor.ts';
import { toldError } from './kernel/http/faults.ts';
import { openApiDocument } from './kernel/http/openapi-document.ts';
import { seedCity } from './kernel/start-city.ts';
import { makeTestCity } from './kernel/testing/make-test-city.ts';

/** Every role against every action and query, from the definitions; and what no input may do. */
const actions = cityHall.flatMap((system) => system.actions);
const queries = cityHall.flatMap((system) => system.queries);
const LOGINS: Readonly<Record<Exclude<Role, 'resident'>, string>> = {
  administrator: 'administrator-01',
  specialist: 'specialist-dnap-residence',
  head: 'head',
  registrar: 'registrar-01',
  operator: 'operator-01',
  leader: 'mayor',
  auditor: 'auditor',
  integrator: 'integrator',
  it: 'it',
};

let city: City;
let actors: ReadonlyMap<Role, Actor>;
beforeAll(async () => {
  city = await makeTestCity(cityHall);
  await seedCity(city);
  const found = await city.connections.database
    .transaction()
    .execute((tx) => findActorsByLogin(tx, Object.values(LOGINS)));
  actors = new Map(
    ROLES.map((role) => [role, role === 'resident' ? RESIDENT : (found.get(LOGINS[role]) ?? RESIDENT)]),
  );
}, 60_000);
afterAll(() => city.connections.close());

/** A resident with a cabinet: what needs an account is open to them, and nothing of the desk. */
const SIGNED_IN: Actor = {
  ...RESIDENT,
  resident: {
    accountId: '01900000-0000-7000-8000-000000000001',
    name: 'Коваленко Андрій Петрович',
    code: null,
    email: null,
    phone: null,
    address: null,
    provider: 'demo',
  },
};

const actorOf = (role: Role | 'signed-in resident'): Actor =>
  role === 'signed-in resident' ? SIGNED_IN : (actors.get(role) ?? RESIDENT);

interface End {
  readonly status: number;
  readonly key: string;
}

/** How a call ended. A fault of ours is thrown on. */
async function endOf(work: Promise<unknown>): Promise<End> {
  try {
    await work;
    return { status: 200, key: '' };
  } catch (error) {
    const told = toldError(city, error);
    if (told instanceof InvalidInput) return { status: 422, key: '' };
    if (told.status >= 500) throw error;
    return told;
  }
}

/** `signIn` for a stranger, `otherRole` for staff, `no` for who may come in (what the rules say then is another matter). */
type TurnedAway = 'signIn' | 'otherRole' | 'account' | 'notResident' | 'no';

function expectedAtDoor(door: Door, actor: Actor): TurnedAway {
  if (mayEnter(door, actor)) return 'no';
  if (door.needsAccount === true && door.may.includes('resident')) {
    return actor.kind === 'staff' ? 'notResident' : 'account';
  }
  return actor.kind === 'staff' || actor.resident !== null ? 'otherRole' : 'signIn';
}

function turnedAway(end: End): TurnedAway {
  if (end.key === 'actions:refusals.signInFirst') return 'signIn';
  if (end.key === 'actions:refusals.accountNeeded') return 'account';
  if (end.key === 'actions:refusals.signInAsResident') return 'notResident';
  return end.key === 'actions:refusals.notYourRole' ? 'otherRole' : 'no';
}

describe.each([...ROLES, 'signed-in resident'] as const)('a %s', (role) => {
  it.each(actions)('at the door of $name', async (action) => {
    const end = await endOf(
      performAction(city, action, { nonsense: true }, { actor: actorOf(role), key: newKey() }),
    );
    expect(turnedAway(end)).toBe(expectedAtDoor(action, actorOf(role)));
  });

  it.each(queries)('asking $name', async (query) => {
    const end = await endOf(askQuery(city, query, { nonsense: true }, { actor: actorOf(role) }));
    expect(turnedAway(end)).toBe(expectedAtDoor(query, actorOf(role)));
  });
});

describe('whatever is sent', () => {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
  );

  it.each(actions)('$name answers or refuses, never breaks', async (action) => {
    const role = action.needsAccount === true ? 'signed-in resident' : (action.may[0] ?? 'resident');
    const shaped = fc.record(shapeOf(action.input.toJSONSchema({ unrepresentable: 'any', io: 'input' })), {
      requiredKeys: [],
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, shaped), async (input) => {
        const end = await endOf(performAction(city, action, input, { actor: actorOf(role), key: newKey() }));
        expect(end.status).toBeLessThan(500);
      }),
      { numRuns: 25 },
    );
  });

  it.each(queries)('$name answers or refuses, never breaks', async (query) => {
    const role = query.needsAccount === true ? 'signed-in resident' : (query.may[0] ?? 'resident');
    const shaped = fc.record(shapeOf(query.input.toJSONSchema({ unrepresentable: 'any', io: 'input' })), {
      requiredKeys: [],
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, shaped), async (input) => {
        const end = await endOf(askQuery(city, query, input, { actor: actorOf(role) }));
        expect(end.status).toBeLessThan(500);
      }),
      { numRuns: 15 },
    );
  });
});

/** Values that fit the fields' names and now and then their types: what the schema alone does not stop. */
function shapeOf(schema: { properties?: Record<string, unknown> }): Record<string, fc.Arbitrary<unknown>> {
  const value = fc.oneof(
    fc.uuid(),
    fc.string(),
    fc.constantFrom(
      'main',
      'registration',
      '01-01',
      '2020-09-19',
      "'; drop table kernel.cases; --",
      '\u0000',
      '=cmd()',
      '😀',
    ),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 3 }),
  );
  return Object.fromEntries(Object.keys(schema.properties ?? {}).map((name) => [name, value]));
}

describe('the API document', () => {
  it('names every action and query', () => {
    const text = JSON.stringify(openApiDocument(city));
    for (const { name } of [...actions, ...queries]) expect(text).toContain(`"operationId":"${name}"`);
  });
});
