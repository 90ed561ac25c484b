import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CityDatabase } from '../database/open-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { eraseLettersJob } from './erase-letters.ts';
import { lettersState } from './letters-state.ts';
import { type Letter, queueLetter } from './queue-letter.ts';
import { sendLettersJobs } from './send-letters.ts';

const now = new Date('2026-03-02T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const letter: Letter = { to: 'olena@example.org', subject: 'Результат готовий', text: 'Приходьте, Олено.' };

interface Received {
  readonly to: readonly string[];
  readonly raw: string;
}

/** A real post office; `answer` may turn a recipient away. */
async function openPostOffice(answer: (to: string) => Error | null = () => null) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => done(answer(address)),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  return { received, close, smtpUrl: `smtp://127.0.0.1:${port}` };
}

let city: CityDatabase;
beforeEach(async () => {
  city = await createTestDatabase();
});
afterEach(() => city.close());

const queue = (one: Letter, imported = false) =>
  city.database.transaction().execute((tx) => queueLetter({ tx, imported, recordedAt: now }, one));

async function send(smtpUrl: string, at: Date): Promise<void> {
  for (const job of sendLettersJobs({ smtpUrl, from: 'tsnap@city.example' }))
    await job.run({ database: city.database, now: at });
}

describe('letters', () => {
  it('go out once, with a Message-ID of their own', async () => {
    const office = await openPostOffice();
    const id = await queue(letter);
    await Promise.all([send(office.smtpUrl, now), send(office.smtpUrl, now)]);
    await send(office.smtpUrl, later(600));
    expect(office.received).toHaveLength(1);
    expect(office.received[0]?.to).toEqual(['olena@example.org']);
    expect(office.received[0]?.raw).toContain(`Message-ID: <${id}@city.example>`);
    expect(office.received[0]?.raw).toContain('From: tsnap@city.example');
    expect(await lettersState(city.database)).toMatchObject({ waiting: 0, givenUp: 0 });
    await office.close();
  });

  it('do not go when the deed fell, nor about the imported past', async () => {
    await expect(
      city.database.transaction().execute(async (tx) => {
        await queueLetter({ tx, imported: false, recordedAt: now }, letter);
        throw new Error('the deed fell');
      }),
    ).rejects.toThrow('the deed fell');
    expect(await queue(letter, true)).toBeNull();
    expect(await lettersState(city.database)).toMatchObject({ waiting: 0 });
  });

  it('wait without a server, and go when there is one again, with the same Message-ID', async () => {
    expect(sendLettersJobs({ smtpUrl: undefined })).toEqual([]);
    const office = await openPostOffice();
    await office.close();
    const id = await queue(letter);
    await send(office.smtpUrl, now);
    const state = await lettersState(city.database);
    expect(state).toMatchObject({ waiting: 1, oldestWaiting: now });
    expect(state.lastFailure).toContain('ECONNREFUSED');
    const open = await openPostOffice();
    await send(open.smtpUrl, now);
    expect(open.received).toHaveLength(0);
    await send(open.smtpUrl, later(1));
    expect(open.received[0]?.raw).toContain(`Message-ID: <${id}@city.example>`);
    await open.close();
  });

  it('are given up when the mailbox does not exist, and tried again when the server is only busy', async () => {
    const busy = Object.assign(new Error('busy'), { responseCode: 451 });
    const unknown = Object.assign(new Error('no such mailbox'), { responseCode: 550 });
    const office = await openPostOffice((to) => (to.startsWith('nobody') ? unknown : busy));
    await queue({ ...letter, to: 'nobody@example.org' });
    await queue(letter);
    await send(office.smtpUrl, now);
    expect(await lettersState(city.database)).toMatchObject({ waiting: 1, givenUp: 1 });
    await office.close();
  });

  it('cannot be made to say more than they do, nor to go to others', async () => {
    const office = await openPostOffice();
    await queue({ ...letter, subject: 'Вітаємо\r\nBcc: all@example.org\r\n\r\nКупуйте' });
    await send(office.smtpUrl, now);
    expect(office.received[0]?.to).toEqual(['olena@example.org']);
    expect(office.received[0]?.raw).not.toMatch(/^Bcc:/m);
    for (const to of ['a@b.ua, c@d.ua', 'a@b.ua\r\nBcc: c@d.ua', 'Хтось <a@b.ua>', '', 'немає']) {
      await expect(queue({ ...letter, to })).rejects.toMatchObject({
        key: 'letters:refusals.badAddress',
        status: 422,
      });
    }
    await office.close();
  });

  it('forget whom they went to and what they said a year later', async () => {
    const office = await openPostOffice();
    await queue(letter);
    await send(office.smtpUrl, now);
    await eraseLettersJob.run({ database: city.database, now: new Date('2027-02-01T00:00:00Z') });
    const texts = () => sql`select to_address, subject, body_text from kernel.letters`.execute(city.database);
    expect((await texts()).rows).toEqual([
      { to_address: letter.to, subject: letter.subject, body_text: letter.text },
    ]);
    await eraseLettersJob.run({ database: city.database, now: new Date('2027-03-03T00:00:00Z') });
    expect((await texts()).rows).toEqual([{ to_address: '', subject: '', body_text: '' }]);
    await office.close();
  });
});
