import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CityDatabase } from '../../database/open-database.ts';
import { openMailServer } from '../../testing/mail-server.ts';
import { createTestDatabase } from '../../testing/test-database.ts';
import { fetchLetters } from './fetch-letters.ts';
import { getIncomingLetter } from './find-letter.ts';

const now = new Date('2026-11-20T10:00:00Z');
const WORDS = 'Добрий день! На вулиці Ґонти їздять маршрутки, а зупинки немає. Прошу відповісти.';

/** Bytes of old encodings that Node itself cannot write, by the table it can read. */
function encode(text: string, charset: string): string {
  const decoder = new TextDecoder(charset);
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
  );
  return Array.from(text, (letter) => String.fromCharCode(table.get(letter) ?? 63)).join('');
}

const HEAD =
  'From: =?UTF-8?B?0J7Qu9C10L3QsA==?= <olena@example.org>\r\nSubject: Zupynka\r\nMIME-Version: 1.0\r\n';
const plain = (charset: string, said: string) =>
  `${HEAD}Content-Type: text/plain${charset === '' ? '' : `; charset=${charset}`}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${said}\r\n`;

function withPapers(papers: readonly { readonly name: string; readonly bytes: Buffer }[]): string {
  const parts = papers.map(
    ({ name, bytes }) =>
      `--b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}\r\n`,
  );
  return `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nLyst z dodatkamy\r\n${parts.join('')}--b--\r\n`;
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');

let connections: CityDatabase;
let dataDir: string;
let server: Awaited<ReturnType<typeof openMailServer>>;

beforeAll(async () => {
  connections = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'inbox-'));
});
afterAll(async () => {
  await connections.close();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  server = await openMailServer();
});
afterEach(() => server.close());

const look = () => fetchLetters(connections.database, { url: server.url, dataDir }, now);

/** Letters of this test's box, oldest first. */
async function kept() {
  const { rows } = await sql<{ id: string }>`
    select id from kernel.incoming_letters
     where mailbox = 'testuser@127.0.0.1/INBOX' order by uid`.execute(connections.database);
  return connections.database
    .transaction()
    .execute((tx) => Promise.all(rows.map(({ id }) => getIncomingLetter(tx, id))));
}

async function forget() {
  await connections.withOwner((owner) => owner.query('truncate kernel.incoming_letters cascade'));
}

describe('a mailbox', () => {
  afterEach(forget);

  it('gives each letter once, however often one looks, and marks it as seen', async () => {
    server.deliver(plain('utf-8', 'Persha'));
    server.deliver(plain('utf-8', 'Druha'));
    await look();
    await look();
    server.deliver(plain('utf-8', 'Tretia'));
    await look();
    expect((await kept()).map(({ body }) => body)).toEqual(['Persha', 'Druha', 'Tretia']);
    expect(server.flagsOf(2)).toContain('\\Seen');
  });

  it('is looked into by two processes at once without a double', async () => {
    for (let index = 0; index < 12; index += 1) server.deliver(plain('utf-8', `Lyst ${index}`));
    await Promise.all([look(), look()]);
    expect(await kept()).toHaveLength(12);
  });

  it.each([
    ['windows-1251', 'windows-1251'],
    ['koi8-u', 'koi8-u'],
    ['', 'windows-1251'],
    ['', 'koi8-u'],
    ['utf-8', 'windows-1251'],
  ])('reads a letter that calls itself «%s» and is %s', async (named, real) => {
    server.deliver(plain(named, encode(WORDS, real)));
    await look();
    expect((await kept())[0]).toMatchObject({ body: WORDS, fromName: 'Олена', trouble: null });
  });

  it('reads words out of hostile HTML and keeps no tag of it', async () => {
    const html =
      '<p>Dobryi den</p><script>alert(1)</script><img src=x onerror=alert(2)><a href="javascript:alert(3)">tut</a>';
    server.deliver(`${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n`);
    await look();
    const body = (await kept())[0]?.body ?? '';
    expect(body).toContain('Dobryi den');
    expect(body).not.toMatch(/<|alert\(1\)|onerror/);
  });

  it('takes papers of known kinds and says why not of the others', async () => {
    server.deliver(
      withPapers([
        { name: '../../dovidka.pdf', bytes: PDF },
        { name: 'virus.exe', bytes: Buffer.from('MZ not a paper') },
      ]),
    );
    await look();
    expect((await kept())[0]?.papers).toMatchObject([
      { name: 'dovidka.pdf', refused: null },
      { name: expect.stringContaining('virus'), refused: 'unknown-type', fileId: null },
    ]);
  });

  it('survives bombs of papers: takes forty, or only the source where even counting them is too much', async () => {
    const bomb = (count: number) =>
      withPapers(Array.from({ length: count }, (_, no) => ({ name: `${no}.pdf`, bytes: PDF })));
    server.deliver(bomb(600));
    server.deliver(bomb(3000));
    server.deliver(plain('utf-8', 'Za bombamy'));
    await look();
    const [many, more, next] = await kept();
    expect(many?.papers.filter(({ fileId }) => fileId !== null)).toHaveLength(40);
    expect(many?.papers.at(-1)).toMatchObject({ name: '+560', refused: 'too-many' });
    expect(more).toMatchObject({ trouble: 'unreadable', papers: [], sourceFileId: expect.any(String) });
    expect(next?.body).toBe('Za bombamy');
  });

  it('goes on behind a letter that is no letter', async () => {
    server.deliver('\0\0\0\u0001');
    server.deliver(plain('utf-8', 'Dali'));
    await look();
    expect((await kept()).at(-1)?.body).toBe('Dali');
  });

  it('loses no letter when the database falls in the middle', async () => {
    for (let index = 0; index < 6; index += 1) server.deliver(plain('utf-8', `Lyst ${index}`));
    await connections.withOwner((owner) =>
      owner.query(`
        create function kernel.stumble() returns trigger language plpgsql as
          $$ begin if new.uid = 4 then raise 'fallen'; end if; return new; end $$;
        create trigger stumble before insert on kernel.incoming_letters
          for each row execute function kernel.stumble()`),
    );
    await expect(look()).rejects.toThrow('fallen');
    await connections.withOwner((owner) => owner.query('drop function kernel.stumble cascade'));
    await look();
    expect((await kept()).map(({ body }) => body)).toEqual([0, 1, 2, 3, 4, 5].map((no) => `Lyst ${no}`));
  });
});
