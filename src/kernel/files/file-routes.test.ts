import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looksAt } from '../audit/looks.ts';
import type { City } from '../city.ts';
import { buildServer } from '../http/server.ts';
import { openSession } from '../identity/session-store.ts';
import { makeTestCity } from '../testing/make-test-city.ts';

let city: City;
let app: FastifyInstance;
let tokens: { readonly mine: string; readonly stranger: string };

beforeAll(async () => {
  city = await makeTestCity();
  app = await buildServer(city, { pages: [], routes: [] });
  tokens = { mine: await signIn('ivanna'), stranger: await signIn('petro') };
});
afterAll(async () => {
  await app.close();
  await city.connections.close();
});

async function signIn(login: string): Promise<string> {
  const { database } = city.connections;
  const [unitId, staffId, now] = [uuid(), uuid(), city.clock.now()];
  await sql`insert into kernel.units (id, code, kind, name, short_name, name_en, valid_from)
    values (${unitId}, ${login}, 'centre', 'Центр', 'Центр', 'Centre', '2020-01-01')`.execute(database);
  await sql`insert into kernel.staff (id, unit_id, login, name, roles, created_at)
    values (${staffId}, ${unitId}, ${login}, ${login}, '{specialist}', ${now})`.execute(database);
  return (await openSession(database, { staffId, kind: 'token', stage: 'full' }, now)).token;
}

function upload(token: string | undefined, name: string, bytes: Buffer) {
  const boundary = 'границя'.length.toString().repeat(8);
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  return app.inject({
    method: 'POST',
    url: '/api/files',
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}

const get = (token: string | undefined, url: string) =>
  app.inject({ url, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

describe('files over HTTP', () => {
  it('go in by a member of staff and come back as an attachment that nothing runs; the look is journalled', async () => {
    const pdf = Buffer.from('%PDF-1.7\nрішення\n');
    const posted = await upload(tokens.mine, 'Рішення "1".pdf', pdf);
    expect(posted.statusCode).toBe(201);
    const { fileId } = posted.json<{ fileId: string }>();
    const got = await get(tokens.mine, `/files/${fileId}`);
    expect(got.statusCode).toBe(200);
    expect(got.rawPayload).toEqual(pdf);
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(got.headers['content-disposition']).toMatch(
      /^attachment; filename="[\w.-]+"; filename\*=UTF-8''%D0%A0/,
    );
    const looks = await city.connections.database
      .transaction()
      .execute((tx) => looksAt(tx, { kind: 'file', id: fileId }));
    expect(looks).toMatchObject([{ name: 'ivanna', query: 'files.open-file' }]);
    const journal = await sql<{ input: unknown }>`
      select input from kernel.audit_journal where name = 'files.store-file'`.execute(
      city.connections.database,
    );
    expect(JSON.stringify(journal.rows)).not.toContain('Рішення');
  });

  it('stay shut to others, who do not even learn that they are there', async () => {
    const posted = await upload(tokens.mine, 'a.pdf', Buffer.from('%PDF-1.7\n'));
    const { fileId } = posted.json<{ fileId: string }>();
    for (const url of [`/files/${fileId}`, `/files/${uuid()}`, '/files/..%2f..%2fetc%2fpasswd', '/files/1']) {
      for (const token of [tokens.stranger, undefined]) expect((await get(token, url)).statusCode).toBe(404);
    }
  });

  it('are refused with a problem: nobody signed in, no file, a wrong kind', async () => {
    expect((await upload(undefined, 'a.pdf', Buffer.from('%PDF-1.7\n'))).statusCode).toBe(401);
    const wrong = await upload(tokens.mine, 'a.pdf', Buffer.from('<script>'));
    expect(wrong.statusCode).toBe(415);
    expect(wrong.json()).toMatchObject({ status: 415, detail: expect.stringContaining('PDF') });
    const none = await app.inject({
      method: 'POST',
      url: '/api/files',
      headers: { authorization: `Bearer ${tokens.mine}` },
    });
    expect(none.statusCode).toBe(422);
  });
});
