import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forwardAppeal, returnAppeal } from './actions/close-appeal.ts';
import { nameComplainedOf, removeFromControl } from './actions/control-appeal.ts';
import { answerQuestion } from './actions/answer-question.ts';
import { approveAnswer, sendBackAnswer } from './actions/approve-answer.ts';
import { draftAnswer } from './actions/draft-answer.ts';
import { extendTerm } from './actions/extend-term.ts';
import { giveResolution } from './actions/give-resolution.ts';
import { sendAnswer } from './actions/send-answer.ts';
import { takeAppeal } from './actions/take-appeal.ts';
import { ANSWER_TEXT, type AppealsCity, lettersTo, makeAppealsCity, UTILITIES } from './appeals-fixture.ts';
import { getAppeal } from './queries/get-appeal.ts';
import { listAppeals } from './queries/list-appeals.ts';
import { trackAppeal } from './queries/track-appeal.ts';

/** A Monday before noon in Kyiv. */
const NOW = '2026-03-02T08:00:00Z';
let house: AppealsCity;

beforeAll(async () => {
  house = await makeAppealsCity(NOW);
}, 60_000);
afterAll(() => house.city.connections.close());
beforeEach(() => house.clock.travelTo(new Date(NOW)));

const resolve = (caseId: string, more = {}) =>
  house.act('deputy-mayor', giveResolution, {
    caseId,
    executor: UTILITIES,
    text: 'Розглянути, доповісти',
    ...more,
  });
const draft = (caseId: string, outcome: 'satisfied' | 'explained' | 'refused' = 'satisfied') =>
  house.act('specialist-utilities', draftAnswer, {
    caseId,
    kind: 'final',
    text: ANSWER_TEXT,
    outcomes: [{ no: 1, outcome }],
  });

describe('an appeal from its letter to its answer', () => {
  test('number, index, a month, five and ten days beside it', async () => {
    const appeal = await house.register();
    expect(appeal).toMatchObject({ dueOn: '2026-04-02', countedFrom: '2026-03-02' });
    expect(appeal.number).toMatch(/^ЗГ-2026-\d{6}$/);
    expect(appeal.index).toBe(`Т-${Number(appeal.number.slice(-6))}`);
    const found = await house.ask('registrar-01', getAppeal, { caseId: appeal.caseId });
    expect(found.clocks.map(({ name, dueOn }) => [name, dueOn])).toEqual([
      ['main', '2026-04-02'],
      ['forward', '2026-03-09'],
      ['return', '2026-03-12'],
    ]);
  });

  test('resolution, answer, approval, sending, control until it is removed with a reason', async () => {
    const { caseId, number, trackingCode } = await house.register({
      author: { name: 'Мельник Іван', address: 'Київ', email: 'ivan@example.org' },
    });
    await resolve(caseId);
    await expect(house.act('specialist-education', takeAppeal, { caseId })).rejects.toMatchObject({
      key: 'appeals:refusals.otherBody',
    });
    await house.act('specialist-utilities', takeAppeal, { caseId });
    const first = await draft(caseId, 'explained');
    await expect(house.act('mayor', approveAnswer, { answerId: first.answerId })).rejects.toMatchObject({
      key: 'appeals:refusals.otherController',
    });
    await house.act('deputy-mayor', sendBackAnswer, { answerId: first.answerId, remark: 'Коли саме?' });
    const { answerId } = await draft(caseId);
    await expect(house.act('registrar-01', sendAnswer, { answerId, how: 'email' })).rejects.toMatchObject({
      key: 'appeals:refusals.notApproved',
    });
    await house.act('deputy-mayor', approveAnswer, { answerId });
    house.clock.travelTo(new Date('2026-03-20T08:00:00Z'));
    await house.act('registrar-01', sendAnswer, { answerId, how: 'email' });
    await house.act('deputy-mayor', removeFromControl, { caseId, reason: 'виконано' });
    const found = await house.ask('auditor', getAppeal, { caseId });
    expect(found).toMatchObject({ state: 'answered', outcome: 'satisfied', inTerm: true });
    expect(found.controls).toMatchObject([{ reason: 'виконано' }]);
    expect(found.clocks.every(({ stoppedOn }) => stoppedOn !== null)).toBe(true);
    const letters = await lettersTo(house, 'ivan@example.org');
    expect(letters.map(({ subject }) => subject)).toEqual([
      `Ваше звернення отримано: ${number}`,
      `Відповідь на звернення ${number}`,
    ]);
    const tracked = await house.ask('resident', trackAppeal, { number, code: trackingCode });
    expect(tracked.answers).toMatchObject([{ text: ANSWER_TEXT }]);
    expect(JSON.stringify(tracked)).not.toContain('Мельник');
  });

  test('an answer on paper where there is no e-mail', async () => {
    const { caseId } = await house.register({ author: { name: 'Без пошти', address: 'вул. Нова, 1' } });
    await resolve(caseId);
    const { answerId } = await draft(caseId);
    await house.act('deputy-mayor', approveAnswer, { answerId });
    const byEmail = house.act('registrar-01', sendAnswer, { answerId, how: 'email' });
    await expect(byEmail).rejects.toMatchObject({ key: 'appeals:refusals.noEmail' });
    await house.act('registrar-01', sendAnswer, { answerId, how: 'post' });
  });
});

describe('the tree of resolutions', () => {
  test('head to deputy to body to its people; a body hands on only within itself', async () => {
    const { caseId } = await house.register();
    const deputy = house.actors.get('deputy-mayor')?.staffId ?? '';
    const colleague = house.actors.get('specialist-utilities-2')?.staffId ?? '';
    const head = await house.act('mayor', giveResolution, {
      caseId,
      executor: { unitCode: 'leadership', staffId: deputy },
      text: 'Опрацювати',
    });
    const second = await resolve(caseId, {
      parentId: head.resolutionId,
      coExecutors: [{ unitCode: 'education' }],
    });
    const foreign = house.act('specialist-education', giveResolution, {
      caseId,
      parentId: second.resolutionId,
      executor: { unitCode: 'education' },
      text: 'Собі',
    });
    await expect(foreign).rejects.toMatchObject({ key: 'appeals:refusals.onlyHandOn' });
    await house.act('specialist-utilities', giveResolution, {
      caseId,
      parentId: second.resolutionId,
      executor: { unitCode: 'utilities', staffId: colleague },
      text: 'Виїхати на місце',
    });
    const found = await house.ask('specialist-education', getAppeal, { caseId });
    expect(found.executorId).toBe(colleague);
    expect(found.resolutions.map(({ unit, role }) => [unit, role])).toHaveLength(4);
    expect(found.controls).toMatchObject([{ controllerId: house.actors.get('mayor')?.staffId }]);
    const mine = await house.ask('specialist-utilities-2', listAppeals, { show: 'mine' });
    expect(mine.appeals.map(({ id }) => id)).toContain(caseId);
    expect(mine.appeals.find(({ id }) => id === caseId)?.author).toBe('Ткаченко Г. П.');
  });

  test('never to whom it complains of, whichever way', async () => {
    const clerk = house.actors.get('specialist-utilities')?.staffId ?? '';
    const { caseId } = await house.register({ kind: 'complaint', complainedOf: { staffIds: [clerk] } });
    const refused = { key: 'cases:refusals.complainedOf' };
    const straight = resolve(caseId, { executor: { unitCode: 'utilities', staffId: clerk } });
    await expect(straight).rejects.toMatchObject(refused);
    await expect(
      resolve(caseId, { coExecutors: [{ unitCode: 'utilities', staffId: clerk }] }),
    ).rejects.toMatchObject(refused);
    await resolve(caseId);
    const taken = house.act('specialist-utilities', takeAppeal, { caseId });
    await expect(taken).rejects.toMatchObject({ key: 'cases:refusals.noSuchCase' });
    const late = house.act('registrar-01', nameComplainedOf, {
      caseId,
      complainedOf: { unitCodes: ['utilities'] },
    });
    await expect(late).rejects.toMatchObject({ key: 'cases:refusals.complainedOfHolds' });
  });

  test('several questions: each with its own executor and outcome, one answer', async () => {
    const { caseId } = await house.register({
      questions: [{ topic: '090' }, { topic: '160', text: 'Школа' }],
    });
    await resolve(caseId);
    await resolve(caseId, { executor: { unitCode: 'education' }, questionNo: 2 });
    const incomplete = draft(caseId);
    await expect(incomplete).rejects.toMatchObject({ key: 'cases:refusals.questionsOpen' });
    await house.act('specialist-education', answerQuestion, {
      caseId,
      no: 2,
      outcome: 'explained',
      note: 'Є план',
    });
    const { answerId } = await draft(caseId);
    await house.act('deputy-mayor', approveAnswer, { answerId });
    await house.act('registrar-01', sendAnswer, { answerId, how: 'post' });
    const found = await house.ask('registrar-01', getAppeal, { caseId });
    expect(found.questions.map(({ outcome }) => outcome)).toEqual(['satisfied', 'explained']);
    expect(found.outcome).toBe('satisfied');
  });
});

describe('terms', () => {
  test('extended before the end, with notice; never beyond 45 days, never after', async () => {
    const author = { name: 'Довга Оксана', address: 'с. Нове', email: 'oksana@example.org' };
    const { caseId, number } = await house.register({ author });
    const extend = (days: number) =>
      house.act('deputy-mayor', extendTerm, { caseId, days, reason: 'Потрібна експертиза дороги' });
    house.clock.travelTo(new Date('2026-04-01T08:00:00Z'));
    expect(await extend(10)).toMatchObject({ dueOn: '2026-04-13', told: true });
    expect((await extend(30)).dueOn).toBe('2026-04-16');
    const [, letter] = await lettersTo(house, 'oksana@example.org');
    expect(letter?.subject).toContain(number);
    expect(letter?.body_text).toContain('13 квітня 2026');
    house.clock.travelTo(new Date('2026-04-17T08:00:00Z'));
    await expect(extend(1)).rejects.toMatchObject({ key: 'cases:refusals.extendTooLate' });
  });

  test('after hours the term runs from the next working day', async () => {
    house.clock.travelTo(new Date('2026-03-06T15:30:00Z'));
    expect(await house.register()).toMatchObject({ countedFrom: '2026-03-09', dueOn: '2026-04-09' });
  });

  test.each([
    ['people-appeal', '2026-03-12'],
    ['people-inquiry', '2026-03-17'],
    ['local-appeal', '2026-03-12'],
  ] as const)('a deputy’s paper (%s) has its own clock', async (deputy, dueOn) => {
    expect((await house.register({ deputy })).dueOn).toBe(dueOn);
  });

  test('forwarded within five days or late, returned within ten', async () => {
    const [inTime, late, returned] = [await house.register(), await house.register(), await house.register()];
    const to = { to: 'ГУ Пенсійного фонду', note: 'Призначення пенсій' };
    house.clock.travelTo(new Date('2026-03-09T08:00:00Z'));
    await house.act('registrar-01', forwardAppeal, { caseId: inTime.caseId, ...to });
    house.clock.travelTo(new Date('2026-03-11T08:00:00Z'));
    await house.act('registrar-01', forwardAppeal, { caseId: late.caseId, ...to });
    await house.act('registrar-01', returnAppeal, {
      caseId: returned.caseId,
      ground: 'form',
      note: 'Немає підпису',
    });
    const terms = [];
    for (const { caseId } of [inTime, late, returned]) {
      terms.push((await house.ask('registrar-01', getAppeal, { caseId })).inTerm);
    }
    expect(terms).toEqual([true, false, true]);
  });
});
