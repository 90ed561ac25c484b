import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import sharp from 'sharp';
import { v7 as uuid } from 'uuid';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, RESIDENT } from '../../kernel/actions/actor.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import type { AnyAction } from '../../kernel/actions/define.ts';
import type { City } from '../../kernel/city.ts';
import { travellingClock } from '../../kernel/clock/system-clock.ts';
import { pathOf } from '../../kernel/files/store-bytes.ts';
import { buildServer } from '../../kernel/http/server.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { addressRegister } from '../address-register/system.ts';
import { appeals } from '../appeals/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { answerTicket } from './actions/confirm-ticket.ts';
import { reportDone, takeTicket } from './actions/work-on-ticket.ts';
import { decidePhoto, publishWords } from './photos/publish-problem.ts';
import { hotline } from './system.ts';

const clock = travellingClock(new Date('2026-03-06T08:00:00Z'));
const HOST = 'city.example';

let city: City;
let app: FastifyInstance;
let actors: ReadonlyMap<string, Actor>;
let picture: Buffer;
beforeAll(async () => {
  city = await makeTestCity([serviceCatalogue, staff, addressRegister, appeals, hotline], clock);
  await seedCity(city);
  app = await buildServer(city, { pages: [], routes: [] });
  actors = await city.connections.database
    .transaction()
    .execute((tx) => findActorsByLogin(tx, ['operator-01', 'specialist-utilities', 'specialist-transport']));
  picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#778' } })
    .withExif({ IFD0: { Artist: 'Тарасенко' }, IFD3: { GPSLatitude: '48/1 30/1 28/1' } })
    .jpeg()
    .toBuffer();
}, 60_000);
afterAll(async () => {
  await app.close();
  await city.connections.close();
});

const run = (login: string, action: AnyAction, input: unknown) =>
  performAction(city, action, input, { actor: actors.get(login) ?? RESIDENT, key: uuid() });

type Part = string | { readonly name: string; readonly bytes: Buffer };

/** A form as a browser sends it, with files in it. */
function post(url: string, fields: readonly (readonly [string, Part])[]) {
  const boundary = 'z'.repeat(30);
  const parts = fields.flatMap(([name, part]) => {
    const file = typeof part === 'string' ? '' : `; filename="${part.name}"`;
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n`;
    return [
      Buffer.from(head),
      typeof part === 'string' ? Buffer.from(part) : part.bytes,
      Buffer.from('\r\n'),
    ];
  });
  return app.inject({
    method: 'POST',
    url,
    headers: {
      host: HOST,
      origin: `http://${HOST}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  });
}

const report = (more: readonly (readonly [string, Part])[] = []) =>
  post('/report-a-problem', [
    ['topic', 'sewer'],
    ['text', 'Решітка провалилася, дзвоніть 0501112233'],
    ['place', 'за рогом, біля хвіртки Тарасенків'],
    ['name', 'Тарасенко Галина'],
    ['phone', '050 111 22 33'],
    ['email', 'halyna@example.com'],
    ...more,
  ]);

/** Number, code and id of what was reported just now. */
async function reported(answer: Awaited<ReturnType<typeof report>>) {
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/report-a-problem/done']);
  const [number = '', code = ''] = (
    answer.cookies.find(({ name }) => name === 'reported-problem')?.value ?? ''
  ).split('_');
  const { rows } = await sql<{ id: string }>`select id from kernel.cases where number = ${number}`.execute(
    city.connections.database,
  );
  return { number, code, id: rows[0]?.id ?? '' };
}

const photosOf = async (id: string) =>
  (
    await sql<{ id: string; sha256: Buffer; name: string }>`
      select p.file_id as id, f.sha256, f.name from hotline.photos p join kernel.files f on f.id = p.file_id
       where p.case_id = ${id} order by p.added_at, p.file_id`.execute(city.connections.database)
  ).rows;

const lettersTo = async (email: string) =>
  (
    await sql<{ subject: string; body_text: string }>`
      select subject, body_text from kernel.letters where to_address = ${email} order by created_at, id`.execute(
      city.connections.database,
    )
  ).rows;

const get = (url: string, login?: string) =>
  app.inject({ url, headers: login === undefined ? {} : { authorization: `Bearer demo-${login}` } });

describe('photographs', () => {
  it('come from anyone, are kept without metadata, and are seen by all only once a moderator said so', async () => {
    const one = { name: 'Тарасенко_двір.jpg', bytes: picture };
    const { id } = await reported(await report([['photos', one]]));
    const [photo] = await photosOf(id);
    const path = pathOf(city.settings.dataDir, photo?.sha256 ?? Buffer.alloc(32));
    expect((await sharp(await readFile(path)).metadata()).exif).toBeUndefined();
    const urls = [`/problems/photos/${photo?.id}`, `/problems/photos/${photo?.id}/small`];
    for (const url of urls) expect((await get(url)).statusCode).toBe(404);
    await expect(
      run('specialist-transport', decidePhoto, { photoId: photo?.id, publish: true }),
    ).rejects.toThrow('notModerator');
    await run('operator-01', decidePhoto, { photoId: photo?.id, publish: true });
    for (const url of urls) {
      const seen = await get(url);
      expect([seen.statusCode, seen.headers['content-type']]).toEqual([200, 'image/jpeg']);
      expect(JSON.stringify(seen.headers)).not.toContain('Тарасенко');
    }
    await expect(run('operator-01', decidePhoto, { photoId: photo?.id, publish: false })).rejects.toThrow(
      'does not fit',
    );
    await run('operator-01', decidePhoto, { photoId: photo?.id, publish: false, reason: 'Видно номер авто' });
    for (const url of urls) expect((await get(url)).statusCode).toBe(404);
    const { rows } = await sql<{ reason: string; by: string }>`
      select p.reason, s.login as by from hotline.photos p join kernel.staff s on s.id = p.decided_by
       where p.file_id = ${photo?.id}`.execute(city.connections.database);
    expect(rows).toEqual([{ reason: 'Видно номер авто', by: 'operator-01' }]);
  });

  it.each([
    [
      'a programme called a picture',
      'virus.jpg',
      Buffer.from('4d5a90000300000004000000ffff0000', 'hex'),
      415,
    ],
    ['half a picture', 'half.jpg', Buffer.from('ffd8ffe000104a46494600010100', 'hex'), 422],
    ['50 megabytes', 'large.jpg', Buffer.alloc(50 * 1024 * 1024, 7), 413],
  ])(
    '%s is refused by name; what was typed and the good picture stay',
    async (_what, name, bytes, status) => {
      const answer = await report([
        ['photos', { name: 'good.jpg', bytes: picture }],
        ['photos', { name, bytes }],
        // Behind the large one in the form: it must be read all the same.
        ['comment', 'last'],
      ]);
      expect(answer.statusCode).toBe(status);
      expect(answer.body).toContain(`«${name}»`);
      expect(answer.body).toContain('Решітка провалилася');
      expect(answer.body).toContain('value="Тарасенко Галина"');
      if (status === 413) return;
      const kept = /name="photoIds" value="([^"]+)"/.exec(answer.body)?.[1] ?? '';
      const { id } = await reported(await report([['photoIds', kept]]));
      expect((await photosOf(id)).map((photo) => photo.id)).toEqual([kept]);
    },
  );

  it('are five at most', async () => {
    const six = Array.from(
      { length: 6 },
      (_, no) => ['photos', { name: `${no}.jpg`, bytes: picture }] as const,
    );
    const answer = await report(six);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('щонайбільше п’ять');
  });
});

describe('what is known already', () => {
  const at = { lat: '48.51', lon: '32.27' };
  const here = (topic: string, more: Record<string, string> = {}) =>
    post('/report-a-problem', Object.entries({ topic, text: 'Глибока яма', place: '', ...at, ...more }));

  it('is offered before the second ticket; joined by one address once, told of what was done', async () => {
    const { id } = await reported(await here('tree'));
    const offered = await here('tree', { lat: '48.5107' });
    expect(offered.statusCode).toBe(200);
    expect(offered.body).toContain(`action="/problems/${id}"`);
    expect((await here('tree', { lat: '48.52' })).statusCode).toBe(303);
    expect((await here('water')).statusCode).toBe(303);
    for (let no = 0; no < 2; no += 1)
      expect((await post(`/problems/${id}`, [['email', 'Neighbour@example.com']])).statusCode).toBe(303);
    const wrong = await post(`/problems/${id}`, [['email', 'no address']]);
    expect(wrong.statusCode).toBe(422);
    expect((await get(`/problems/${id}`)).body).toContain('1 людина');
    expect((await here('tree', { alone: 'yes' })).statusCode).toBe(303);
  });

  it('asks which house where words mean several, and takes the one that was chosen', async () => {
    const typed = [
      ['topic', 'lift'],
      ['text', 'Ліфт стоїть другий день'],
      ['place', 'Героїв 1'],
    ] as const;
    const asked = await post('/report-a-problem', typed);
    const choices = [...asked.body.matchAll(/<input[^>]*name="houseId"[^>]*>/g)].map(
      ([input]) => /value="([0-9a-f-]{36})"/.exec(input)?.[1] ?? '',
    );
    expect([asked.statusCode, choices.filter(Boolean).length > 1]).toEqual([200, true]);
    const { id } = await reported(
      await post('/report-a-problem', [...typed, ['houseId', choices[1] ?? ''], ['alone', 'yes']]),
    );
    const { rows } = await sql<{ house: string }>`
      select house_id as house from hotline.tickets where case_id = ${id}`.execute(city.connections.database);
    expect(rows).toEqual([{ house: choices[1] }]);
  });
});

describe('following', () => {
  it('by letters and by code: done, not so, done again', async () => {
    const { id: caseId, number, code } = await reported(await report());
    expect((await lettersTo('halyna@example.com')).at(-1)?.body_text).toContain(code);
    await post(`/problems/${caseId}`, [['email', 'near@example.com']]);
    await run('specialist-utilities', takeTicket, { caseId });
    await run('specialist-utilities', reportDone, { caseId, words: 'Решітку поставили.' });
    // Neither chosen is no answer.
    const silent = await post('/problems/track', [
      ['number', number],
      ['code', code],
    ]);
    expect(silent.statusCode).not.toBe(303);
    await run('nobody', answerTicket, { number, code, reallyDone: false });
    const mine = (await lettersTo('halyna@example.com')).filter(({ subject }) => subject.includes(number));
    expect(mine.map(({ subject }) => subject.split(': ')[1])).toEqual([
      'прийнято',
      'зроблено',
      'повернули в роботу',
    ]);
    const near = await lettersTo('near@example.com');
    expect(near.map(({ subject }) => subject.split(': ')[1])).toEqual(['зроблено', 'повернули в роботу']);
    expect(JSON.stringify(near)).not.toContain(code);
  });
});

it('nothing that is published names a person, a telephone or the resident’s words', async () => {
  const { id, number } = await reported(
    await report([['photos', { name: 'Тарасенко.jpg', bytes: picture }]]),
  );
  await expect(
    run('operator-01', publishWords, { caseId: id, words: 'Дзвоніть 050 111 22 33' }),
  ).rejects.toThrow('does not fit');
  await run('operator-01', publishWords, { caseId: id, words: 'Провалилася решітка дощоприймача.' });
  const [photo] = await photosOf(id);
  await run('operator-01', decidePhoto, { photoId: photo?.id, publish: true });
  const outputs = [
    '/problems?words=решітка',
    `/problems?words=${encodeURIComponent(number)}`,
    '/problems?format=csv',
    `/problems/${id}`,
    '/problems/map.geojson',
    `/open311/v2/requests/${id}.json`,
    `/open311/v2/requests/${id}.xml`,
    '/open311/v2/requests.json',
    `/open311/v2/tokens/${id}.json`,
    '/api/queries/hotline.list-problems',
    `/api/queries/hotline.get-problem?id=${id}`,
    '/api/queries/hotline.find-nearby?topic=sewer&lat=48.5&lon=32.2',
  ];
  for (const url of outputs) {
    const answer = await get(url);
    expect([url, answer.statusCode]).toEqual([url, 200]);
    expect(answer.body, url).not.toMatch(/Тарасенк|050.?111|example\.com|за рогом|дзвоніть/);
  }
  const [request] = (await get(`/open311/v2/requests/${id}.json`)).json();
  expect(request).toMatchObject({
    description: 'Провалилася решітка дощоприймача.',
    media_url: expect.stringMatching(new RegExp(`/problems/photos/${photo?.id}$`)),
    zipcode: null,
  });
});
