import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { CityDatabase } from '../../database/open-database.ts';
import { hashOf, pathOf } from '../../files/store-bytes.ts';
import { openMailServer } from '../../testing/mail-server.ts';
import { createTestDatabase } from '../../testing/test-database.ts';

const KILLS = 12;
const LETTERS_A_ROUND = 8;
const PAPERS = ['dovidka.pdf', 'plan.pdf'];

let connections: CityDatabase;
let dataDir: string;
let server: Awaited<ReturnType<typeof openMailServer>>;
beforeAll(async () => {
  connections = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'killed-look-'));
  server = await openMailServer();
});
afterAll(async () => {
  await server.close();
  await connections.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A process that looks into the mailbox again and again, as the server's job does, until it is killed. */
function lookElsewhere(): ChildProcess {
  const module = (...path: string[]) => JSON.stringify(join(import.meta.dirname, ...path));
  const program = `
    import { connectCity } from ${module('..', '..', 'database', 'open-database.ts')};
    import { fetchLetters } from ${module('fetch-letters.ts')};
    const [url, mail, dataDir] = process.argv.slice(1);
    const city = connectCity({ url, ownerUrl: url, applicationName: 'killed look', cluster: undefined }, 2);
    for (;;) await fetchLetters(city.database, { url: mail, dataDir }, new Date(0));`;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', program, connections.url, server.url, dataDir],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

const paperOf = (no: number, name: string) => Buffer.from(`%PDF-1.4\n% ${name} of letter ${no}\n%%EOF\n`);

function letterOf(no: number): string {
  const papers = PAPERS.map(
    (name) =>
      `--b\r\nContent-Type: application/pdf; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${paperOf(no, name).toString('base64')}\r\n`,
  );
  return `From: <a${no}@example.org>\r\nSubject: Lyst ${no}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nLyst ${no}\r\n${papers.join('')}--b--\r\n`;
}

async function rows<T extends object>(text: string): Promise<readonly T[]> {
  return (await connections.pool.query<T>(text)).rows;
}

async function countKept(): Promise<number> {
  const [row] = await rows<{ count: number }>('select count(*)::int as count from kernel.incoming_letters');
  return row?.count ?? 0;
}

/** Resolves when so many are kept; fails where the process that should keep them is dead. */
async function waitForKept(count: number, child: ChildProcess): Promise<void> {
  while ((await countKept()) < count) {
    if (child.exitCode !== null) throw new Error(`The look ended by itself (${child.exitCode})`);
    await delay(2);
  }
}

test('a process killed again and again while letters arrive loses no letter or paper and doubles none', async () => {
  let delivered = 0;
  let interrupted = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const kept = await countKept();
    const child = lookElsewhere();
    // Some letters wait already, the others come while the process works on those.
    for (let index = 0; index < LETTERS_A_ROUND; index += 1) {
      server.deliver(letterOf(delivered));
      delivered += 1;
      if (index % 3 === 2) await delay(randomInt(20));
    }
    await waitForKept(kept + randomInt(1, LETTERS_A_ROUND - 1), child);
    await delay(randomInt(15));
    child.kill('SIGKILL');
    await once(child, 'close');
    if ((await countKept()) < delivered) interrupted += 1;
  }
  const last = lookElsewhere();
  await waitForKept(delivered, last);
  // One more whole look over everything: nothing of it may come a second time.
  server.deliver(letterOf(delivered));
  await waitForKept(delivered + 1, last);
  last.kill('SIGKILL');
  await once(last, 'close');

  expect(interrupted).toBeGreaterThan(0);
  const numbers = Array.from({ length: delivered + 1 }, (_, no) => no);
  const letters = await rows<{ subject: string }>('select subject from kernel.incoming_letters order by uid');
  expect(letters.map(({ subject }) => subject)).toEqual(numbers.map((no) => `Lyst ${no}`));
  const papers = await rows<{ subject: string; name: string; sha256: Buffer }>(`
    select l.subject, a.name, f.sha256
      from kernel.incoming_attachments a
      join kernel.incoming_letters l on l.id = a.letter_id
      join kernel.files f on f.id = a.file_id
     order by l.uid, a.no`);
  const expected = numbers.flatMap((no) => PAPERS.map((name) => ({ no, name, bytes: paperOf(no, name) })));
  expect(papers).toEqual(
    expected.map(({ no, name, bytes }) => ({ subject: `Lyst ${no}`, name, sha256: hashOf(bytes) })),
  );
  for (const { bytes } of expected) expect(await readFile(pathOf(dataDir, hashOf(bytes)))).toEqual(bytes);
  // No row of a file without a letter: its source and its papers, and nothing else.
  const [files] = await rows<{ count: number }>('select count(*)::int as count from kernel.files');
  expect(files?.count).toBe(numbers.length * (1 + PAPERS.length));
});
