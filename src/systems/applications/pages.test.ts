import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildServer } from '../../kernel/http/server.ts';
import { leaveWithoutMotion } from './actions/leave-without-motion.ts';
import { recordOutcome } from './actions/record-outcome.ts';
import { takeApplication } from './actions/take-application.ts';
import { type ApplicationsCity, makeApplicationsCity } from './applications-fixture.ts';

const DNAP = 'specialist-dnap-residence';
const CLERK = 'administrator-01';
const ORIGIN = 'http://localhost';

let house: ApplicationsCity;
let app: FastifyInstance;
let inWork: Awaited<ReturnType<ApplicationsCity['register']>>;
let granted: Awaited<ReturnType<ApplicationsCity['register']>>;

beforeAll(async () => {
  house = await makeApplicationsCity('2026-03-02T08:00:00Z');
  app = await buildServer(house.city, { pages: [], routes: [] });
  inWork = await house.register({ documents: ['Заява'] });
  granted = await house.register();
  for (const { caseId } of [inWork, granted]) await house.run(DNAP, takeApplication, { caseId });
  await house.run(DNAP, recordOutcome, { caseId: granted.caseId, outcome: 'granted' });
  await house.register();
  house.clock.travelTo(new Date('2026-03-06T08:00:00Z'));
});
afterAll(async () => {
  await app.close();
  await house.city.connections.close();
});

function get(url: string, login?: string, lang = 'uk') {
  const session = login === undefined ? {} : { session: `demo-${login}` };
  return app.inject({ url, cookies: { lang, ...session } });
}

/** Posts the named form of a page as a browser would: its hidden words, then what the person wrote. */
async function post(page: string, login: string, form: string, values: Record<string, string>) {
  const shown = await get(page, login);
  const part = shown.body.slice(shown.body.indexOf(`<form id="${form}"`));
  const hidden = [
    ...part
      .slice(0, part.indexOf('</form>'))
      .matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g),
  ];
  const action = /action="([^"]+)"/.exec(part)?.[1] ?? page;
  const payload = new URLSearchParams({
    ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])),
    ...values,
  });
  return app.inject({
    method: 'POST',
    url: action,
    cookies: { session: `demo-${login}` },
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN, host: 'localhost' },
    payload: payload.toString(),
  });
}

describe('every page opens, in both languages', () => {
  const pages: [string, string | undefined][] = [
    ['/track', undefined],
    ['/desk/window', CLERK],
    ['/desk/window?words=прописка', CLERK],
    ['/desk/window?service=01-01', CLERK],
    ['/desk/applications', 'head'],
    ['/desk/applications?words=Гнатюк&state=in-work', CLERK],
    ['/desk/hand-out', CLERK],
  ];
  test.each(pages)('%s', async (url, login) => {
    for (const lang of ['uk', 'en']) {
      const answer = await get(encodeURI(url), login, lang);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('<h1');
    }
  });

  test('the case, its receipt and the description of its papers', async () => {
    for (const [login, state] of [
      [DNAP, inWork],
      ['head', inWork],
      [CLERK, granted],
      ['auditor', granted],
    ] as const) {
      const answer = await get(`/desk/applications/${state.caseId}`, login);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).not.toContain('1759013776');
    }
    for (const paper of ['receipt', 'package']) {
      const answer = await get(`/desk/applications/${inWork.caseId}/${paper}`, CLERK);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain(inWork.number);
    }
  });
});

describe('tracking', () => {
  test('number and code from a QR show the course and the promised date', async () => {
    const query = new URLSearchParams({ number: inWork.number, code: inWork.trackingCode });
    const answer = await get(`/track?${query.toString()}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Як рухається справа');
    expect(answer.body).toContain('№ 1382-IV');
    expect(answer.body).not.toContain('Гнатюк');
  });

  test('a wrong code is a sentence above the form, with what was written', async () => {
    const answer = await get(`/track?number=${encodeURIComponent(inWork.number)}&code=НІ`);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('Перевірте обидва рядки');
    expect(answer.body).toContain(inWork.number);
  });
});

describe('the window', () => {
  test('registers by one form, prints the code once, and keeps what was wrong', async () => {
    const page = '/desk/window?service=01-01';
    const wrong = await post(page, CLERK, 'register', {
      'applicant.kind': 'person',
      'applicant.name': 'Коваль Іван',
      'applicant.code': '123',
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('контрольна цифра');
    expect(wrong.body).toContain('Коваль Іван');
    const done = await post(page, CLERK, 'register', {
      'applicant.kind': 'person',
      'applicant.name': 'Коваль Іван',
      'applicant.code': '1759013776',
      documents: 'Заява',
    });
    expect(done.statusCode).toBe(303);
    const cookie = done.cookies.find(({ name }) => name === 'receipt');
    const [caseId, code] = (cookie?.value ?? '').split('.');
    const receipt = await app.inject({
      url: `/desk/applications/${caseId ?? ''}/receipt`,
      cookies: { session: `demo-${CLERK}`, receipt: cookie?.value ?? '' },
    });
    expect(receipt.body).toContain(code ?? 'no code');
    const again = await get(`/desk/window?registered=${caseId ?? ''}`, CLERK);
    expect(again.body).toContain('Ще одна заява цього заявника');
  });

  test('a consultation by one key', async () => {
    const answer = await post('/desk/window?service=01-01', CLERK, 'consult', { question: 'Які документи?' });
    expect(answer.statusCode).toBe(303);
  });
});

describe('the case page does what it offers', () => {
  test('pause with a reason and a date; without them it says what is missing', async () => {
    const { caseId } = await house.register();
    await house.run(DNAP, takeApplication, { caseId });
    const page = `/desk/applications/${caseId}`;
    const wrong = await post(page, DNAP, 'pause', { reason: '', cureBy: '' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('Напишіть, що заявник має виправити');
    const done = await post(page, DNAP, 'pause', { reason: 'Немає довідки', cureBy: '2026-03-20' });
    expect(done.statusCode).toBe(303);
    expect((await get(page, DNAP)).body).toContain('Немає довідки');
  });

  test('another specialist sees who holds it and cannot act', async () => {
    const { caseId } = await house.register();
    await house.run(DNAP, takeApplication, { caseId });
    const page = await get(`/desk/applications/${caseId}`, `${DNAP}-2`);
    expect(page.body).toContain('Зараз від вас нічого не потрібно');
    await expect(
      house.run(`${DNAP}-2`, leaveWithoutMotion, { caseId, reason: 'x', cureBy: '2027-01-01' }),
    ).rejects.toMatchObject({ key: 'applications:refusals.heldBy' });
  });

  test('a decision with the result attached', async () => {
    const { caseId } = await house.register();
    await house.run(DNAP, takeApplication, { caseId });
    const page = `/desk/applications/${caseId}`;
    const shown = (await get(page, DNAP)).body;
    const words = shown.slice(shown.indexOf('<form id="decide"'));
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(words)?.[1] ?? '';
    const form = new FormData();
    for (const [name, value] of Object.entries({
      _csrf: hidden('_csrf'),
      _key: hidden('_key'),
      deed: 'decide',
      outcome: 'granted',
      note: 'Вітаємо',
    })) {
      form.append(name, value);
    }
    const pdf = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
    form.append('file', new Blob([pdf], { type: 'application/pdf' }), 'витяг.pdf');
    const done = await app.inject({
      method: 'POST',
      url: page,
      cookies: { session: `demo-${DNAP}` },
      headers: { origin: ORIGIN, host: 'localhost' },
      payload: form,
    });
    expect(done.statusCode).toBe(303);
    const after = await get(page, DNAP);
    expect(after.body).toContain('витяг.pdf');
    expect(after.body).toContain('Вітаємо');
  });

  test('an address that is no case is a 4xx in words', async () => {
    for (const id of ['none', '00000000-0000-4000-8000-000000000000']) {
      const answer = await get(`/desk/applications/${id}`, 'head');
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
    }
  });
});

test('hand-out by number and code', async () => {
  const page = `/desk/hand-out?number=${encodeURIComponent(granted.number)}`;
  const wrong = await post(page, CLERK, 'hand-out', { code: 'AAAAAAAAAA' });
  expect(wrong.statusCode).toBe(403);
  const done = await post(page, CLERK, 'hand-out', { code: granted.trackingCode });
  expect(done.statusCode).toBe(303);
  expect((await get('/desk/hand-out', CLERK)).body).not.toContain(granted.number);
});

test('the palette finds cases with shortened names and services by everyday words', async () => {
  const found: unknown = (await get(`/desk/search.json?q=${encodeURIComponent('Гнатюк')}`, 'head')).json();
  expect(found).toEqual(
    expect.arrayContaining([
      {
        label: expect.stringMatching(/^\p{L}+-2026-\d{6} · Гнатюк \p{Lu}\. \p{Lu}\. · /u),
        path: expect.stringMatching(/^\/desk\/applications\/[0-9a-f-]{36}$/),
        note: 'Заява про надання послуги',
      },
    ]),
  );
  const services: unknown = (
    await get(`/desk/search.json?q=${encodeURIComponent('прописка')}`, CLERK)
  ).json();
  expect(services).toEqual(
    expect.arrayContaining([expect.objectContaining({ path: '/desk/window?service=01-01' })]),
  );
});

test('lists are downloaded as sheets, codes masked', async () => {
  const csv = await get('/desk/applications?format=csv', 'head');
  expect(csv.statusCode).toBe(200);
  expect(csv.body).toContain(inWork.number);
  expect(csv.body).not.toContain('1759013776');
  const xlsx = await get('/desk/applications?format=xlsx', 'head');
  expect(xlsx.headers['content-type']).toContain('spreadsheetml');
});

test('pages of others are not shown', async () => {
  expect((await get('/desk/window', DNAP)).statusCode).toBe(403);
  expect((await get('/desk/applications')).statusCode).toBe(303);
});
