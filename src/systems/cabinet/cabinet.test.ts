import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Actor } from '../../kernel/actions/actor.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import type { ActionDefinition, QueryDefinition } from '../../kernel/actions/define.ts';
import { InvalidInput } from '../../kernel/actions/invalid-input.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import { findFilesOfCase, getFile } from '../../kernel/files/files.ts';
import { storeUpload } from '../../kernel/files/store-upload.ts';
import { keepAccount } from '../../kernel/identity/account-store.ts';
import { DEMO_RESIDENTS } from '../../kernel/identity/demo-provider.ts';
import { findActorByToken } from '../../kernel/identity/find-actor.ts';
import { openSession } from '../../kernel/identity/session-store.ts';
import { recordOutcome } from '../applications/actions/record-outcome.ts';
import { takeApplication } from '../applications/actions/take-application.ts';
import { type ApplicationsCity, makeApplicationsCity } from '../applications/applications-fixture.ts';
import { getApplication } from '../applications/queries/get-application.ts';
import { answersTo } from './answers-fixture.ts';
import { addPapers } from './actions/add-papers.ts';
import { attachCase } from './actions/attach-case.ts';
import { eraseAccount } from './actions/erase-account.ts';
import { fileOnline } from './actions/file-online.ts';
import { receiveResult } from './actions/receive-result.ts';
import { removePaper } from './actions/remove-paper.ts';
import { saveAnswers } from './actions/save-answers.ts';
import { saveApplicant } from './actions/save-applicant.ts';
import { saveContacts } from './actions/save-contacts.ts';
import { forgetOldDrafts } from './draft-store.ts';
import { getDraft } from './queries/get-draft.ts';
import { myApplication } from './queries/my-application.ts';
import { myCabinet } from './queries/my-cabinet.ts';
import { myLetters } from './queries/my-letters.ts';
import { myLooks } from './queries/my-looks.ts';
import { mayOpenResult } from './result-right.ts';

/** The housing subsidy: questions of its own, five documents, two bodies. */
const SUBSIDY = '31-01';
const CONTACTS = { phone: '+380501112233', email: 'andriy@example.org', address: 'вул. Шевченка, 8' };

let town: ApplicationsCity;
beforeAll(async () => {
  town = await makeApplicationsCity('2026-03-02T08:00:00Z');
});
afterAll(() => town.city.connections.close());

/** A resident signed in by the demo provider, each time with an account of one's own. */
async function comes(): Promise<Actor> {
  const { database } = town.city.connections;
  const [person] = DEMO_RESIDENTS;
  if (person === undefined) throw new Error('no demo residents');
  const now = town.clock.now();
  const accountId = await keepAccount(
    database,
    'demo',
    { ...person, subject: uuid(), email: null, phone: null, address: null },
    now,
  );
  const { token } = await openSession(database, { accountId, kind: 'browser', stage: 'full' }, now);
  const actor = await findActorByToken(database, token, now);
  if (actor === undefined) throw new Error('the session does not open');
  return actor;
}

const run = async <I extends z.ZodType, O extends z.ZodType>(
  actor: Actor,
  action: ActionDefinition<I, O>,
  input: z.input<I>,
  key = uuid(),
): Promise<z.output<O>> => action.output.parse(await performAction(town.city, action, input, { actor, key }));

const ask = async <I extends z.ZodType, O extends z.ZodType>(
  actor: Actor,
  query: QueryDefinition<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> => query.output.parse(await askQuery(town.city, query, input, { actor }));

const upload = (actor: Actor, name: string) =>
  storeUpload(town.city, actor, { name, bytes: Buffer.from(`%PDF-1.7\n${uuid()}\n`) });

async function answersOf(actor: Actor) {
  const { service } = await ask(actor, getDraft, { serviceCode: SUBSIDY });
  return answersTo(service.form);
}

async function draftReady(actor: Actor): Promise<{ readonly fileId: string }> {
  const { service } = await ask(actor, getDraft, { serviceCode: SUBSIDY });
  await run(actor, saveApplicant, { serviceCode: SUBSIDY, contacts: CONTACTS });
  await run(actor, saveAnswers, { serviceCode: SUBSIDY, answers: await answersOf(actor) });
  const file = await upload(actor, 'довідка.pdf');
  const papers = [{ document: service.documents[0] ?? '', fileId: file.id }];
  await run(actor, addPapers, { serviceCode: SUBSIDY, papers });
  return { fileId: file.id };
}

const file = (actor: Actor, key?: string) =>
  run(actor, fileOnline, { serviceCode: SUBSIDY, agrees: true }, key);

describe('an online application', () => {
  it('begins with the person’s own name and keeps every step, wrong answers too', async () => {
    const andriy = await comes();
    const empty = await ask(andriy, getDraft, { serviceCode: SUBSIDY });
    expect(empty).toMatchObject({
      name: 'Коваленко Андрій Петрович',
      savedAt: null,
      lacks: ['applicant', 'questions'],
    });
    expect(empty.code).toMatch(/^\d\d\*{6}\d\d$/);
    const name = empty.service.form[0]?.name ?? '';
    await run(andriy, saveAnswers, {
      serviceCode: SUBSIDY,
      answers: { [name]: 'щось не те', stranger: 'x' },
    });
    const kept = await ask(andriy, getDraft, { serviceCode: SUBSIDY });
    expect(kept.answers).toEqual({ [name]: 'щось не те' });
    expect((await ask(andriy, myCabinet, {})).drafts).toMatchObject([{ serviceCode: SUBSIDY }]);
  });

  it('is filed with number, clock, answers and files; the body sees what the window would give it', async () => {
    const andriy = await comes();
    const { fileId } = await draftReady(andriy);
    const filed = await file(andriy);
    expect(filed.number).toMatch(/^ЦНАП-2026-\d{6}$/);
    const head = await town.ask('head', getApplication, { caseId: filed.caseId });
    expect(head).toMatchObject({
      applicant: 'Коваленко Андрій Петрович',
      state: 'registered',
      holderKind: 'front-office',
    });
    expect(head.answers.length).toBeGreaterThan(0);
    expect(head.files.map(({ id }) => id)).toEqual([fileId]);
    const { rows } = await sql<{ channel: string }>`
      select channel from applications.applications where case_id = ${filed.caseId}`.execute(
      town.city.connections.database,
    );
    expect(rows).toEqual([{ channel: 'online' }]);
    const { cases, drafts } = await ask(andriy, myCabinet, {});
    expect(cases).toMatchObject([{ number: filed.number, holderKind: 'front-office', isOpen: true }]);
    expect(drafts).toEqual([]);
    const { letters } = await ask(andriy, myLetters, {});
    expect(letters[0]?.subject).toContain(filed.number);
  });

  it('is filed once: a double click and a second tab', async () => {
    const andriy = await comes();
    await draftReady(andriy);
    const key = uuid();
    const ends = await Promise.allSettled([file(andriy, key), file(andriy, key), file(andriy)]);
    const filed = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value.number] : []));
    expect(new Set(filed).size).toBe(1);
    const { cases } = await ask(andriy, myCabinet, {});
    expect(cases.length).toBe(1);
  });

  it('is not filed without obligatory answers, without consent, or where nobody can be answered', async () => {
    const andriy = await comes();
    await run(andriy, saveApplicant, { serviceCode: SUBSIDY, contacts: CONTACTS });
    await expect(file(andriy)).rejects.toThrow(InvalidInput);
    // Refused as a whole: the draft stands.
    expect((await ask(andriy, getDraft, { serviceCode: SUBSIDY })).savedAt).not.toBeNull();
    await run(andriy, saveAnswers, { serviceCode: SUBSIDY, answers: await answersOf(andriy) });
    await expect(run(andriy, fileOnline, { serviceCode: SUBSIDY, agrees: false })).rejects.toThrow(
      InvalidInput,
    );
    await run(andriy, saveApplicant, {
      serviceCode: SUBSIDY,
      contacts: { ...CONTACTS, phone: '', email: '' },
    });
    await expect(file(andriy)).rejects.toThrow('cabinet:refusals.notReachable');
  });

  it('takes no service that is not filed online, and no other’s upload', async () => {
    const [andriy, olena] = [await comes(), await comes()];
    await expect(ask(andriy, getDraft, { serviceCode: '06-01' })).rejects.toThrow(
      'cabinet:refusals.notOnline',
    );
    const theirs = await upload(olena, 'чуже.pdf');
    const { service } = await ask(andriy, getDraft, { serviceCode: SUBSIDY });
    const papers = [{ document: service.documents[0] ?? '', fileId: theirs.id }];
    await expect(run(andriy, addPapers, { serviceCode: SUBSIDY, papers })).rejects.toThrow(
      'files:refusals.noSuchFile',
    );
  });

  it('an untouched draft goes after its days, and so does a paper that was taken out', async () => {
    const andriy = await comes();
    const { fileId } = await draftReady(andriy);
    const { database } = town.city.connections;
    const later = (days: number) => new Date(town.clock.now().getTime() + days * 24 * 3600 * 1000);
    await run(andriy, removePaper, { serviceCode: SUBSIDY, fileId });
    const { rows } = await sql<{ due: boolean }>`
      select kept_until <= ${town.clock.now()} as due from kernel.files where id = ${fileId}`.execute(
      database,
    );
    expect(rows).toEqual([{ due: true }]);
    await forgetOldDrafts(database, later(29));
    expect((await ask(andriy, myCabinet, {})).drafts.length).toBe(1);
    await forgetOldDrafts(database, later(31));
    expect((await ask(andriy, myCabinet, {})).drafts).toEqual([]);
  });
});

describe('the result', () => {
  async function decided(andriy: Actor) {
    await draftReady(andriy);
    const { caseId, number } = await file(andriy);
    const { unitCode } = await town.ask('head', getApplication, { caseId });
    const specialist = `specialist-${unitCode ?? ''}`;
    await town.run(specialist, takeApplication, { caseId });
    const result = await storeUpload(town.city, town.actor(specialist), {
      name: 'рішення.pdf',
      bytes: Buffer.from(`%PDF-1.7\n${uuid()}\n`),
    });
    await town.run(specialist, recordOutcome, { caseId, outcome: 'granted', fileId: result.id });
    return { caseId, number, resultId: result.id };
  }
  const mayOpen = (actor: Actor, fileId: string) =>
    town.city.connections.database
      .transaction()
      .execute(async (tx) => mayOpenResult(tx, actor, await getFile(tx, fileId)));

  it('is opened by who filed, and by nobody else; «a file is enough» takes it off the shelf', async () => {
    const [andriy, olena] = [await comes(), await comes()];
    const { caseId, resultId } = await decided(andriy);
    expect(await ask(andriy, myApplication, { caseId })).toMatchObject({
      resultFileId: resultId,
      isWhole: true,
    });
    expect(await mayOpen(andriy, resultId)).toBe(true);
    expect(await mayOpen(olena, resultId)).toBe(false);
    await expect(ask(olena, myApplication, { caseId })).rejects.toThrow('cabinet:refusals.notYours');
    await expect(run(olena, receiveResult, { caseId })).rejects.toThrow('cabinet:refusals.notYours');
    await run(andriy, receiveResult, { caseId });
    expect((await ask(andriy, myApplication, { caseId })).state).toBe('handed-out');
  });
});

describe('a case of the window', () => {
  it('comes by number and code; what stands in it is shown to who proved its number only', async () => {
    const andriy = await comes();
    const code = andriy.resident?.code ?? '';
    const applicant = { kind: 'person' as const, name: 'Коваленко Андрій', code };
    const [mine, oksanas] = [
      await town.register({ applicant, documents: ['Заява'] }),
      await town.register({ documents: ['Заява'] }),
    ];
    for (const { number, trackingCode } of [mine, oksanas]) {
      await run(andriy, attachCase, { number, code: trackingCode });
      await run(andriy, attachCase, { number, code: trackingCode });
    }
    const wrong = run(andriy, attachCase, { number: mine.number, code: 'AAAAAAAAAA' });
    await expect(wrong).rejects.toThrow('cabinet:refusals.notFound');
    expect((await ask(andriy, myApplication, { caseId: mine.caseId })).documents).toEqual(['Заява']);
    const other = await ask(andriy, myApplication, { caseId: oksanas.caseId });
    expect(other).toMatchObject({ isWhole: false, documents: [], files: [], resultFileId: null });
  });
});

describe('one’s own data', () => {
  it('tell who looked, without one’s own looks', async () => {
    const andriy = await comes();
    await draftReady(andriy);
    const { caseId } = await file(andriy);
    await ask(andriy, myApplication, { caseId });
    expect((await ask(andriy, myLooks, {})).cases[0]?.looks).toEqual([]);
    await town.ask('head', getApplication, { caseId });
    const [seen] = (await ask(andriy, myLooks, {})).cases;
    expect(seen?.looks).toMatchObject([{ roles: ['head'] }]);
  });

  it('stay out of the journal', async () => {
    const andriy = await comes();
    await draftReady(andriy);
    const { rows } = await sql<{ row: string }>`
      select j::text as row from kernel.audit_journal j where j.actor_id = ${andriy.resident?.accountId ?? ''}`.execute(
      town.city.connections.database,
    );
    expect(rows.length).toBeGreaterThan(2);
    for (const { row } of rows) expect(row).not.toMatch(/Коваленко|andriy@|Шевченка|501112233/);
  });

  it('are changed by the person, and erased: sessions, drafts and ties go, the case stays', async () => {
    const andriy = await comes();
    const accountId = andriy.resident?.accountId ?? '';
    await run(andriy, saveContacts, { ...CONTACTS, email: '' });
    await draftReady(andriy);
    const { caseId } = await file(andriy);
    const { fileId } = await draftReady(andriy);
    await run(andriy, eraseAccount, { sure: true });
    const { rows } = await sql<{ left: number }>`
      select (select count(*) from kernel.sessions where account_id = ${accountId})
           + (select count(*) from cabinet.drafts where account_id = ${accountId})
           + (select count(*) from kernel.case_accounts where account_id = ${accountId})
           + (select count(*) from kernel.accounts where id = ${accountId}) as left`.execute(
      town.city.connections.database,
    );
    expect(rows).toEqual([{ left: 0 }]);
    const kept = await sql<{ due: boolean }>`
      select kept_until <= ${town.clock.now()} as due from kernel.files where id = ${fileId}`.execute(
      town.city.connections.database,
    );
    expect(kept.rows).toEqual([{ due: true }]);
    await town.city.connections.database.transaction().execute(async (tx) => {
      expect((await findFilesOfCase(tx, caseId)).length).toBe(1);
    });
  });
});
