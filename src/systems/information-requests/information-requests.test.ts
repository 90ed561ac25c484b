import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { City } from '../../kernel/city.ts';
import { travellingClock } from '../../kernel/clock/system-clock.ts';
import { readFigure } from '../../kernel/figures/read-figure.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { type Hands, handsOf } from '../../kernel/testing/hands.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { answerRequest } from './actions/answer-request.ts';
import { chargeCopies } from './actions/charge-copies.ts';
import { deferRequest } from './actions/defer-request.ts';
import { extendRequest } from './actions/extend-request.ts';
import { fileRequest } from './actions/file-request.ts';
import { publishAnswer } from './actions/publish-answer.ts';
import { refuseRequest } from './actions/refuse-request.ts';
import { registerRequest } from './actions/register-request.ts';
import { resumeRequest } from './actions/resume-request.ts';
import { takeRequest } from './actions/take-request.ts';
import { informationRequestFigures } from './figures.ts';
import { copiesCost, redact } from './information-request.ts';
import { getRequest } from './queries/get-request.ts';
import { publicJournal } from './queries/public-journal.ts';
import { publishedAnswer } from './queries/published-answer.ts';
import { trackRequest } from './queries/track-request.ts';
import { informationRequests } from './system.ts';

describe('what is hidden', () => {
  it('leaves no fragment behind, wherever and however often it stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[а-я]{3,8}$/), { minLength: 1, maxLength: 4 }),
        fc.array(fc.stringMatching(/^[a-z ]{1,10}$/), { minLength: 5, maxLength: 5 }),
        (fragments, between) => {
          const answer = fragments.flatMap((one, index) => [between[index] ?? '', one, one]).join('');
          const said = redact(
            answer,
            fragments.map((fragment) => ({ fragment, reason: 'personal-data' as const })),
          );
          for (const fragment of fragments) expect(said).not.toContain(fragment);
          for (const kept of between.slice(0, fragments.length)) expect(said).toContain(kept);
        },
      ),
    );
  });

  it('refuses words that are not there, for they would stay', () => {
    expect(() => redact('Договір підписано', [{ fragment: 'Гнатюк', reason: 'personal-data' }])).toThrow(
      /noSuchFragment/,
    );
  });
});

it('copies cost only beyond the free pages, to the kopeck', () => {
  expect(copiesCost(10, { freePages: 10, pagePrice: '2.00' })).toBe(0);
  expect(copiesCost(13, { freePages: 10, pagePrice: '1.35' })).toBe(405);
});

/** A Friday before noon in Kyiv, in martial law: only Saturday and Sunday are days off. */
const NOW = new Date('2026-03-06T08:00:00Z');
const clock = travellingClock(NOW);
const requester = { kind: 'media' as const, name: 'Редакція', email: 'news@example.org' };
const asked = {
  channel: 'email' as const,
  requester,
  subject: 'Договір на ремонт вулиці',
  body: 'Просимо надати копію договору на ремонт вулиці.',
  unitCode: 'education',
};

let city: City;
let hands: Hands;
beforeAll(async () => {
  city = await makeTestCity([serviceCatalogue, staff, informationRequests], clock);
  await seedCity(city);
  hands = await handsOf(city);
});
afterAll(() => city.connections.close());
beforeEach(() => clock.travelTo(NOW));

const run: Hands['run'] = (login, action, input) => hands.run(login, action, input);
const ask: Hands['ask'] = (login, query, input) => hands.ask(login, query, input);

async function lastLetter(): Promise<{ to_address: string; subject: string; body_text: string }> {
  const { rows } = await sql<{ to_address: string; subject: string; body_text: string }>`
    select to_address, subject, body_text from kernel.letters order by id desc limit 1`.execute(
    city.connections.database,
  );
  const [letter] = rows;
  if (letter === undefined) throw new Error('no letter');
  return letter;
}

async function taken(more: Partial<typeof asked> & { readonly urgent?: boolean } = {}) {
  const opened = await run('registrar-01', registerRequest, { ...asked, ...more });
  await run('specialist-education', takeRequest, { caseId: opened.caseId });
  return opened;
}

describe('a request', () => {
  it('runs five working days, or 48 hours, and is told by letter with its code', async () => {
    const usual = await run('registrar-01', registerRequest, asked);
    expect(usual.dueOn).toBe('2026-03-13');
    expect(await lastLetter()).toMatchObject({ to_address: 'news@example.org' });
    const urgent = await run('registrar-01', registerRequest, { ...asked, urgent: true });
    // 48 hours end on a Sunday, so the law's own date is the Monday; the desk keeps to the Friday before.
    expect(urgent.dueOn).toBe('2026-03-09');
  });

  it('is answered by its own department only, and followed by number and code', async () => {
    const { caseId, number, trackingCode } = await taken();
    const answer = 'Договір № 12 на суму 1 200 300,00 грн.';
    await expect(run('specialist-legal', answerRequest, { caseId, answer })).rejects.toThrow(/otherDesk/);
    await run('specialist-education', answerRequest, { caseId, answer });
    expect((await lastLetter()).body_text).toContain(answer);
    expect(await ask(null, trackRequest, { number, code: trackingCode })).toMatchObject({
      state: 'answered',
      answer,
    });
    await expect(ask(null, trackRequest, { number, code: 'ZZZZZZZZ' })).rejects.toThrow(/notTracked/);
    await expect(run('specialist-education', answerRequest, { caseId, answer })).rejects.toThrow(
      /cannotMove/,
    );
  });

  it('is extended only within its five days and to twenty working days at most', async () => {
    const { caseId } = await taken();
    const more = { caseId, reason: 'Договорів понад тисячу' };
    await expect(run('specialist-education', extendRequest, { ...more, days: 40 })).resolves.toMatchObject({
      dueOn: '2026-04-03',
    });
    expect((await lastLetter()).body_text).toContain('Договорів понад тисячу');
    const late = await taken();
    clock.travelTo(new Date('2026-03-16T08:00:00Z'));
    await expect(
      run('specialist-education', extendRequest, {
        caseId: late.caseId,
        days: 5,
        reason: 'Забули про нього',
      }),
    ).rejects.toThrow(/extendTooLate/);
  });

  it('stands while deferred by the leadership and runs on after', async () => {
    const { caseId } = await taken();
    await run('mayor', deferRequest, { caseId, until: '2026-05-01', reason: 'Архів знищено обстрілом' });
    expect(await ask('mayor', getRequest, { caseId })).toMatchObject({ dueOn: null, state: 'deferred' });
    clock.travelTo(new Date('2026-03-20T08:00:00Z'));
    const { dueOn } = await run('mayor', resumeRequest, { caseId });
    expect(dueOn).toBe('2026-03-26');
  });
});

describe('a refusal', () => {
  it('of restricted information needs all three parts of the test', async () => {
    const { caseId } = await taken();
    const refusal = { caseId, ground: 'restricted', words: 'Це відомості про охорону мосту.' };
    await expect(
      run('specialist-education', refuseRequest, { ...refusal, interest: 'Безпека громадян міста' }),
    ).rejects.toThrow(/testMissing/);
    await run('specialist-education', refuseRequest, {
      ...refusal,
      interest: 'Безпека громадян міста',
      harm: 'Дозволить зруйнувати міст',
      balance: 'Життя людей важить більше',
    });
    expect((await lastLetter()).body_text).toContain('ст. 6');
  });

  it('has no ground but those of the law', async () => {
    const { caseId } = await taken();
    const refusal = { caseId, ground: 'unwanted', words: 'Не хочемо відповідати.' };
    await expect(run('specialist-education', refuseRequest, refusal)).rejects.toThrow(/noSuchGround/);
  });
});

describe('an answer for everyone', () => {
  it('is published only without what names a person, and says who hid what and why', async () => {
    const { caseId, number } = await taken();
    const answer = 'Договір підписав директор Гнатюк О. П., телефон 050 123-45-67.';
    await run('specialist-education', answerRequest, { caseId, answer });
    const publish = (redactions: { fragment: string; reason: 'personal-data' }[]) =>
      run('registrar-01', publishAnswer, { caseId, redactions, confirmed: true });
    await expect(publish([{ fragment: 'Гнатюк О. П.', reason: 'personal-data' }])).rejects.toThrow(
      /personalData/,
    );
    await publish([
      { fragment: 'Гнатюк О. П.', reason: 'personal-data' },
      { fragment: '050 123-45-67', reason: 'personal-data' },
    ]);
    const shown = await ask(null, publishedAnswer, { caseId });
    expect(shown.answer).toBe('Договір підписав директор █████, телефон █████.');
    expect(shown.redactions).toMatchObject([{ reason: 'personal-data', count: 2 }]);
    const { requests } = await ask(null, publicJournal, { words: number, published: true });
    expect(requests).toMatchObject([{ number, hasAnswer: true }]);
  });
});

it('copies are charged beyond the free pages and the requester is told', async () => {
  const { caseId } = await taken();
  expect(await run('specialist-education', chargeCopies, { caseId, pages: 25 })).toEqual({ amount: '30.00' });
  expect((await lastLetter()).body_text).toContain('30,00 грн');
});

it('the site takes a request without a login, and not without a way to answer', async () => {
  const { requester: who, subject, body } = asked;
  const filed = await run(null, fileRequest, { requester: who, subject, body });
  expect(filed.number).toMatch(/^ЗПІ-2026-/);
  await expect(
    run(null, fileRequest, { requester: { kind: 'person', name: 'Олена' }, subject, body }),
  ).rejects.toMatchObject({
    issues: [{ issue: { message: 'information-requests:input.contactMissing' } }],
  });
});

it('every number of the figures is counted from the rows', async () => {
  const reading = await city.connections.database.transaction().execute((tx) =>
    readFigure(tx, informationRequestFigures.received, {
      from: '2026-03-06',
      to: '2026-03-06',
      by: ['channel'],
    }),
  );
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from information_requests.requests where received_on = '2026-03-06'`.execute(
    city.connections.database,
  );
  expect(rows[0]?.count).toBeGreaterThan(5);
  expect(reading.total.value).toBe(rows[0]?.count);
});
