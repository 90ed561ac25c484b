import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type Actor, RESIDENT } from '../../kernel/actions/actor.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import type { ActionDefinition } from '../../kernel/actions/define.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import type { City } from '../../kernel/city.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { informationRequests } from '../information-requests/system.ts';
import { registerRequest } from '../information-requests/actions/register-request.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { dismissMail } from './actions/dismiss-mail.ts';
import { restoreMail } from './actions/restore-mail.ts';
import { getMail } from './queries/get-mail.ts';
import { listMail } from './queries/list-mail.ts';
import { incomingMail } from './system.ts';

let city: City;
let actors: ReadonlyMap<string, Actor>;
beforeAll(async () => {
  city = await makeTestCity([serviceCatalogue, staff, informationRequests, incomingMail]);
  await seedCity(city);
  actors = await city.connections.database
    .transaction()
    .execute((tx) => findActorsByLogin(tx, ['registrar-01', 'operator-01']));
  await city.connections.pool.query('delete from kernel.incoming_letters');
  for (const letter of LETTERS) await bring(letter);
});
afterAll(() => city.connections.close());

interface Brought {
  readonly uid: number;
  readonly name: string | null;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
  readonly papers: number;
}

/** Oldest first; two came in the same moment. */
const LETTERS: readonly Brought[] = [
  {
    uid: 1,
    name: 'Іван Ґалаґан',
    address: 'i@example.org',
    subject: 'Яма',
    body: 'Яма на Гоголя',
    papers: 0,
  },
  {
    uid: 2,
    name: 'Їжакевич',
    address: 'yi@example.org',
    subject: '50% знижки',
    body: 'Реклама',
    papers: 2,
  },
  { uid: 3, name: null, address: 'anna_k@example.org', subject: 'Запит', body: 'Прошу копію', papers: 1 },
  {
    uid: 4,
    name: 'Ганна Бондар',
    address: 'h@example.org',
    subject: 'Подяка',
    body: 'Дякую за 50 лавок',
    papers: 0,
  },
];

async function bring({ uid, name, address, subject, body, papers }: Brought): Promise<void> {
  const id = idOf(uid);
  const at = new Date(Date.UTC(2026, 2, uid === 4 ? 3 : uid, 8));
  await city.connections.database.transaction().execute(async (tx) => {
    await sql`
      insert into kernel.incoming_letters
        (id, mailbox, uid_validity, uid, from_name, from_address, subject, body, received_at, fetched_at, size)
      values (${id}, 'test', 1, ${uid}, ${name}, ${address}, ${subject}, ${body}, ${at}, ${at}, 100)`.execute(
      tx,
    );
    for (let no = 1; no <= papers; no += 1)
      await sql`
        insert into kernel.incoming_attachments (letter_id, no, name, size, refused)
        values (${id}, ${no}, 'virus.exe', 10, 'unknown-type')`.execute(tx);
  });
}

const idOf = (uid: number) => `01990000-0000-7000-8000-00000000f00${uid}`;
const actorOf = (login: string) => actors.get(login) ?? RESIDENT;

async function list(input: z.input<typeof listMail.input> = {}) {
  return listMail.output.parse(await askQuery(city, listMail, input, { actor: actorOf('registrar-01') }));
}

const addressesOf = async (input: z.input<typeof listMail.input>) =>
  (await list(input)).letters.map(({ fromAddress }) => fromAddress);

const run = <I extends z.ZodType, O extends z.ZodType>(action: ActionDefinition<I, O>, input: z.input<I>) =>
  performAction(city, action, input, { actor: actorOf('registrar-01'), key: uuid() });

describe('the list of letters', () => {
  it('has the newest first, with how many papers each brought', async () => {
    const { letters, next, counts } = await list();
    expect(letters.map(({ id, papers }) => [id, papers])).toEqual([
      [idOf(4), 0],
      [idOf(3), 1],
      [idOf(2), 2],
      [idOf(1), 0],
    ]);
    expect(next).toBeNull();
    expect(counts).toEqual({ new: 4, registered: 0, dismissed: 0 });
  });

  it('sorts senders as Ukrainians do, by address where there is no name, Latin last', async () => {
    const byName = ['h@example.org', 'i@example.org', 'yi@example.org', 'anna_k@example.org'];
    expect(await addressesOf({ sort: 'from' })).toEqual(byName);
    expect(await addressesOf({ sort: '-from' })).toEqual(byName.toReversed());
    expect(await addressesOf({ sort: 'received' })).toEqual([
      'i@example.org',
      'yi@example.org',
      'anna_k@example.org',
      'h@example.org',
    ]);
  });

  it.each([
    ['ґалаґан', ['i@example.org']],
    ['гоголя', ['i@example.org']],
    ['ЗАПИТ', ['anna_k@example.org']],
    // What means «any sign» to the database is a plain sign to a person.
    ['50%', ['yi@example.org']],
    ['a_k', ['anna_k@example.org']],
    ['\\', []],
  ])('finds «%s» in sender, subject and words', async (words, found) => {
    expect(await addressesOf({ words })).toEqual(found);
  });

  it('gives every letter once, page by page', async () => {
    const first = await list({ limit: 3 });
    expect([first.letters.length, first.next]).toEqual([3, 3]);
    const second = await list({ limit: 3, after: 3 });
    expect([second.letters.length, second.next]).toEqual([1, null]);
    expect(new Set([...first.letters, ...second.letters].map(({ id }) => id)).size).toBe(4);
  });

  it('is for the registrar alone', async () => {
    for (const login of ['operator-01', 'nobody'])
      await expect(askQuery(city, listMail, {}, { actor: actorOf(login) })).rejects.toMatchObject({
        status: login === 'nobody' ? 401 : 403,
      });
  });
});

describe('a letter', () => {
  it('is put aside with a reason, taken back, and settled by one person only', async () => {
    const letterId = idOf(2);
    await run(dismissMail, { letterId, reason: 'реклама' });
    expect((await list({ state: 'dismissed' })).letters.map(({ id }) => id)).toEqual([letterId]);
    expect((await list()).counts).toEqual({ new: 3, registered: 0, dismissed: 1 });
    await expect(run(dismissMail, { letterId, reason: 'ще раз' })).rejects.toMatchObject({ status: 409 });
    await run(restoreMail, { letterId });
    await expect(run(restoreMail, { letterId })).rejects.toMatchObject({ status: 409 });
    expect((await list()).counts.new).toBe(4);
  });

  it('that became a request leads to that request', async () => {
    const letterId = idOf(3);
    const registered = registerRequest.output.parse(
      await run(registerRequest, {
        channel: 'email',
        requester: { kind: 'person', name: 'Анна', email: 'anna_k@example.org' },
        subject: 'Запит',
        body: 'Прошу копію',
        unitCode: 'education',
        letterId,
      }),
    );
    const letter = getMail.output.parse(
      await askQuery(city, getMail, { letterId }, { actor: actorOf('registrar-01') }),
    );
    expect(letter).toMatchObject({
      state: 'registered',
      case: { number: registered.number, path: `/desk/requests/${registered.caseId}` },
    });
    expect((await list({ state: 'registered' })).letters.map(({ id }) => id)).toEqual([letterId]);
  });
});
