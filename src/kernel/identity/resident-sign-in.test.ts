import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { City } from '../city.ts';
import { type TravellingClock, travellingClock } from '../clock/system-clock.ts';
import { buildServer } from '../http/server.ts';
import { makeTestCity } from '../testing/make-test-city.ts';
import { ID_GOV_UA_CLIENT, type IdGovUaStandIn, startIdGovUa } from '../testing/id-gov-ua-stand-in.ts';
import { OPENID_CLIENT, type OpenIdStandIn, startOpenIdProvider } from '../testing/openid-stand-in.ts';
import { findActorByToken } from './find-actor.ts';
import { DEMO_RESIDENTS } from './demo-provider.ts';

const HOUSE = 'https://city.example';
const CODE = '3184710691';

let city: City;
let app: FastifyInstance;
let clock: TravellingClock;
let openId: OpenIdStandIn;
let idGovUa: IdGovUaStandIn;

beforeAll(async () => {
  openId = await startOpenIdProvider(`${HOUSE}/sign-in/with/city/callback`, {
    olha: { name: 'Савчук Ольга Іванівна', email: 'olha@example.org', email_verified: true, drfo: CODE },
    petro: {
      family_name: 'Гнатюк',
      given_name: 'Петро',
      email: 'p@example.org',
      email_verified: false,
      drfo: '1',
    },
  });
  idGovUa = await startIdGovUa();
  clock = travellingClock(new Date());
  const base = await makeTestCity([], clock);
  const name = { uk: 'Спосіб', en: 'Way' };
  city = {
    ...base,
    settings: {
      ...base.settings,
      publicUrl: HOUSE,
      signInProviders: [
        {
          kind: 'openid',
          id: 'city',
          name,
          issuer: openId.issuer,
          scope: 'openid profile email phone',
          codeClaim: 'drfo',
          ...OPENID_CLIENT,
        },
        {
          kind: 'id-gov-ua',
          id: 'isei',
          name,
          url: idGovUa.url,
          authTypes: ['dig_sign', 'bank_id'],
          ...ID_GOV_UA_CLIENT,
        },
      ],
    },
  };
  app = await buildServer(city, { pages: [], routes: [] });
});
afterAll(async () => {
  await app.close();
  await openId.stop();
  await idGovUa.stop();
  await city.connections.close();
});

type Cookies = Readonly<Record<string, string>>;

const get = (url: string, cookies: Cookies = {}, remoteAddress = '127.0.0.1') =>
  app.inject({ url, cookies, remoteAddress, headers: { 'x-forwarded-proto': 'https', accept: 'text/html' } });

async function begin(provider: string, back = '/cabinet') {
  const answer = await get(`/sign-in/with/${provider}?back=${encodeURIComponent(back)}`);
  expect(answer.statusCode).toBe(303);
  const attempt = answer.cookies.find((cookie) => cookie.name === 'sign_in');
  return { address: String(answer.headers.location), cookies: { sign_in: attempt?.value ?? '' }, attempt };
}

const finish = (address: string, cookies: Cookies) => {
  const { pathname, search } = new URL(address, HOUSE);
  return get(`${pathname}${search}`, cookies);
};

async function actorOf(answer: Awaited<ReturnType<typeof get>>) {
  const session = answer.cookies.find((cookie) => cookie.name === 'session');
  return findActorByToken(city.connections.database, session?.value ?? '', clock.now());
}

describe('a real OpenID provider', () => {
  it('signs a resident in with PKCE, state and nonce; the same person has one account', async () => {
    const begun = await begin('city', '/cabinet?from=test');
    const asked = new URL(begun.address).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('nonce')).toBeTruthy();
    const back = await openId.signIn(begun.address, 'olha');
    const answer = await finish(back, begun.cookies);
    expect(answer.statusCode, answer.body).toBe(303);
    expect(answer.headers.location).toBe('/cabinet?from=test');
    const first = await actorOf(answer);
    expect(first).toMatchObject({
      kind: 'resident',
      roles: ['resident'],
      name: 'resident',
      resident: { name: 'Савчук Ольга Іванівна', code: CODE, email: 'olha@example.org', provider: 'city' },
    });
    const again = await begin('city');
    const second = await actorOf(await finish(await openId.signIn(again.address, 'olha'), again.cookies));
    expect(second?.resident?.accountId).toBe(first?.resident?.accountId);
    expect(second?.sessionId).not.toBe(first?.sessionId);
  });

  it('takes no e-mail that the provider did not prove and no number with a wrong check digit', async () => {
    const begun = await begin('city');
    const actor = await actorOf(await finish(await openId.signIn(begun.address, 'petro'), begun.cookies));
    expect(actor?.resident).toMatchObject({ name: 'Гнатюк Петро', email: null, code: null });
  });

  it('a person who gives up is told so, and may begin anew', async () => {
    const begun = await begin('city');
    const answer = await finish(await openId.giveUp(begun.address), begun.cookies);
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('Вхід не завершено');
    expect(answer.body).toContain('/sign-in/resident');
  });

  it('a foreign code under an own state is refused', async () => {
    const mine = await begin('city');
    const theirs = await begin('city');
    const back = new URL(await openId.signIn(theirs.address, 'olha'));
    back.searchParams.set('state', new URL(mine.address).searchParams.get('state') ?? '');
    const answer = await finish(back.href, mine.cookies);
    // The code verifier is another's.
    expect(answer.statusCode).toBe(401);
    expect(answer.cookies.find((cookie) => cookie.name === 'session')).toBeUndefined();
  });
});

describe('id.gov.ua', () => {
  const person = {
    lastname: 'САВЧУК',
    givenname: 'ОЛЬГА',
    middlename: 'ІВАНІВНА',
    drfocode: CODE,
    email: 'olha@example.org',
    phone: '+380501112233',
    serial: '58E2D9E7F900307B',
  };
  const signIn = async (told: Readonly<Record<string, string>>) => {
    idGovUa.tell(told);
    const { address, cookies } = await begin('isei');
    const state = new URL(address).searchParams.get('state') ?? '';
    return finish(`/sign-in/with/isei/callback?code=code-of-one&state=${state}`, cookies);
  };

  it('is asked by its own flow; the secret never reaches the browser, the session there is ended', async () => {
    const { address } = await begin('isei');
    const asked = new URL(address);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: ID_GOV_UA_CLIENT.clientId,
      auth_type: 'dig_sign,bank_id',
      redirect_uri: `${HOUSE}/sign-in/with/isei/callback`,
    });
    expect(address).not.toContain(ID_GOV_UA_CLIENT.clientSecret);
    const actor = await actorOf(await signIn(person));
    expect(actor?.resident).toMatchObject({ name: 'САВЧУК ОЛЬГА ІВАНІВНА', code: CODE, provider: 'isei' });
    expect(idGovUa.asked.at(-1)?.pathname).toBe('/get-user-logout');
  });

  it('a personal number in edrpoucode is a person; a body’s number alone is a seal', async () => {
    const { drfocode, ...rest } = person;
    const actor = await actorOf(await signIn({ ...rest, edrpoucode: drfocode }));
    expect(actor?.resident?.code).toBe(CODE);
    const director = await actorOf(await signIn({ ...person, edrpoucode: '32855961', o: 'ТОВ' }));
    expect(director?.resident?.code).toBe(CODE);
    const seal = await signIn({ subjectcn: 'ТОВ «Ромашка»', edrpoucode: '32855961' });
    expect(seal.statusCode).toBe(403);
    expect(seal.body).toContain('печатка організації');
  });

  it('BankID without a number or with few fields', async () => {
    const none = await signIn({ lastname: 'Савчук', givenname: 'Ольга' });
    expect(none.statusCode).toBe(403);
    expect(none.body).toContain('не передав податкового номера');
    const few = await actorOf(await signIn({ subjectcn: 'Савчук Ольга', unzr: '19870312-01234' }));
    expect(few?.resident).toMatchObject({ name: 'Савчук Ольга', code: null, phone: null });
  });

  it('another state is refused', async () => {
    const { cookies } = await begin('isei');
    const answer = await finish('/sign-in/with/isei/callback?code=code-of-one&state=guessed', cookies);
    expect(answer.statusCode).toBe(401);
  });
});

describe('the session of a resident', () => {
  const state = (address: string) => new URL(address, HOUSE).searchParams.get('state') ?? '';
  const demo = async (who = 'andriy', cookies: Cookies = {}) => {
    const begun = await begin('demo');
    return finish(`/sign-in/with/demo/callback?code=${who}&state=${state(begun.address)}`, {
      ...cookies,
      ...begun.cookies,
    });
  };

  it('has a cookie that no script and no other site may use', async () => {
    const answer = await demo();
    const session = answer.cookies.find((cookie) => cookie.name === 'session');
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: true, path: '/' });
    const { attempt } = await begin('demo');
    expect(attempt).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: true });
  });

  it('is kept as a hash only', async () => {
    const answer = await demo();
    const token = answer.cookies.find((cookie) => cookie.name === 'session')?.value ?? '';
    const { rows } = await sql<{
      all: string;
    }>`select string_agg(s::text, ' ') as all from kernel.sessions s`.execute(city.connections.database);
    expect(rows[0]?.all).not.toContain(token);
  });

  it('is a fresh one after every sign-in, and the one before is dead (fixation)', async () => {
    const planted = (await demo('olena')).cookies.find((cookie) => cookie.name === 'session')?.value ?? '';
    const answer = await demo('andriy', { session: planted });
    const fresh = answer.cookies.find((cookie) => cookie.name === 'session')?.value;
    expect(fresh).not.toBe(planted);
    expect(await findActorByToken(city.connections.database, planted, clock.now())).toBeUndefined();
  });

  it('ends after four hours', async () => {
    const answer = await demo();
    const before = clock.now();
    clock.travelTo(new Date(before.getTime() + 4 * 3600 * 1000 + 1));
    expect(await actorOf(answer)).toBeUndefined();
    clock.travelTo(before);
  });

  it('is given to the browser that began, once, and within the time', async () => {
    const begun = await begin('demo');
    const answer = `/sign-in/with/demo/callback?code=andriy&state=${state(begun.address)}`;
    // Another's browser: a link that was sent to a victim signs nobody in.
    expect((await get(answer)).statusCode).toBe(401);
    expect((await get(answer, { sign_in: 'another' })).statusCode).toBe(401);
    expect((await get(answer, begun.cookies)).statusCode).toBe(303);
    expect((await get(answer, begun.cookies)).statusCode).toBe(401);
    const late = await begin('demo');
    const before = clock.now();
    clock.travelTo(new Date(before.getTime() + 21 * 60_000));
    const lateAnswer = await finish(
      `/sign-in/with/demo/callback?code=andriy&state=${state(late.address)}`,
      late.cookies,
    );
    expect(lateAnswer.statusCode).toBe(401);
    expect(lateAnswer.body).toContain('Почніть знову');
    clock.travelTo(before);
  });

  it('an answer of one provider does not pass at another', async () => {
    const begun = await begin('isei');
    const answer = await finish(
      `/sign-in/with/demo/callback?code=andriy&state=${state(begun.address)}`,
      begun.cookies,
    );
    expect(answer.statusCode).toBe(401);
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/.//elsewhere.example',
  ])('never leads out of the house: back=%s', async (back) => {
    const begun = await begin('demo', back);
    const answer = await finish(
      `/sign-in/with/demo/callback?code=andriy&state=${state(begun.address)}`,
      begun.cookies,
    );
    expect(new URL(String(answer.headers.location), HOUSE).origin).toBe(HOUSE);
  });

  it('many tries from one address are slowed down', async () => {
    const statuses = [];
    for (let index = 0; index < 32; index += 1) {
      statuses.push((await get('/sign-in/with/demo/callback?state=guess', {}, '203.0.113.7')).statusCode);
    }
    expect(statuses.slice(0, 30).every((status) => status === 401)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });

  it('names no person in the journal', async () => {
    await demo();
    const { rows } = await sql<{ row: string }>`
      select j::text as row from kernel.audit_journal j where name = 'identity.resident-sign-in'`.execute(
      city.connections.database,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { name, code } of DEMO_RESIDENTS) {
      for (const { row } of rows) expect(row).not.toMatch(new RegExp(`${name}|${code ?? name}`));
    }
  });

  it('a provider that is out of order is told in a sentence', async () => {
    const { address, cookies } = await begin('isei');
    idGovUa.breakDown();
    const answer = await finish(
      `/sign-in/with/isei/callback?code=code-of-one&state=${state(address)}`,
      cookies,
    );
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('не відповідає');
  });

  it('there is no demo person outside the demo city', async () => {
    const real = await buildServer(
      { ...city, settings: { ...city.settings, demo: false } },
      { pages: [], routes: [] },
    );
    expect((await real.inject({ url: '/sign-in/with/demo' })).statusCode).toBe(404);
    await real.close();
  });
});
