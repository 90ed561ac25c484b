import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { confirmAnswer } from './actions/confirm-answer.ts';
import { describeAppeal } from './actions/describe-appeal.ts';
import { fileAppeal } from './actions/file-appeal.ts';
import { importClassifier } from './actions/import-classifier.ts';
import { linkAppeals, unlinkAppeals } from './actions/link-appeals.ts';
import { recordOutcome } from './actions/record-outcome.ts';
import {
  ANSWER_TEXT,
  answerAppeal,
  type AppealsCity,
  lettersTo,
  makeAppealsCity,
} from './appeals-fixture.ts';
import { findSimilar } from './queries/find-similar.ts';
import { getAppeal } from './queries/get-appeal.ts';
import { trackAppeal } from './queries/track-appeal.ts';

/** A Monday before noon in Kyiv. */
const NOW = '2026-03-02T08:00:00Z';
let house: AppealsCity;

beforeAll(async () => {
  house = await makeAppealsCity(NOW);
}, 60_000);
afterAll(() => house.city.connections.close());
beforeEach(() => house.clock.travelTo(new Date(NOW)));

describe('alike appeals', () => {
  const SAME =
    'На вулиці Короленка другий тиждень немає освітлення, стовпи стоять, лампи не горять, темно ввечері.';

  test('are offered, joined by a person, answered by one answer, and parted again', async () => {
    const main = await house.register({
      text: SAME,
      author: { name: 'Перша Ганна', email: 'a@example.org' },
    });
    const twin = await house.register({
      text: `${SAME} Допоможіть!`,
      author: { name: 'Друга Олена', email: 'b@example.org' },
    });
    const third = await house.register({
      text: SAME,
      author: { name: 'Третій Петро', email: 'c@example.org' },
    });
    const { similar } = await house.ask('registrar-01', getAppeal, { caseId: twin.caseId });
    expect(similar.map(({ caseId }) => caseId)).toContain(main.caseId);
    const join = (caseId: string, otherId: string) =>
      house.act('registrar-01', linkAppeals, { caseId, otherId, kind: 'twin' });
    expect((await join(twin.caseId, main.caseId)).state).toBe('joined');
    await expect(join(third.caseId, twin.caseId)).rejects.toMatchObject({
      key: 'cases:refusals.masterIsTwin',
    });
    await join(third.caseId, main.caseId);
    const undone = { caseId: third.caseId, otherId: main.caseId, kind: 'twin' } as const;
    expect((await house.act('registrar-01', unlinkAppeals, undone)).state).toBe('registered');
    expect((await answerAppeal(house, main.caseId)).twins).toBe(1);
    const answered = await house.ask('registrar-01', getAppeal, { caseId: twin.caseId });
    expect(answered).toMatchObject({ state: 'answered', outcome: 'satisfied' });
    expect(answered.answers).toMatchObject([{ text: ANSWER_TEXT, state: 'sent' }]);
    expect(await lettersTo(house, 'b@example.org')).toHaveLength(2);
    expect(await lettersTo(house, 'c@example.org')).toHaveLength(1);
    await expect(join(third.caseId, main.caseId)).rejects.toMatchObject({
      key: 'appeals:refusals.mainIsClosed',
    });
  });

  test('the same author is known by surname and initials, whatever is written', async () => {
    await house.register();
    const { appeals } = await house.ask('registrar-01', findSimilar, {
      text: 'Зовсім про інше: хочу дізнатися розклад поливу клумб',
      author: 'ТКАЧЕНКО Г. П.',
    });
    expect(appeals.length).toBeGreaterThan(0);
    expect(appeals.every(({ sameAuthor }) => sameAuthor)).toBe(true);
  });
});

describe('the site', () => {
  const filed = () =>
    house.act('resident', fileAppeal, {
      author: { name: 'Сайтова Марія', address: 'вул. Гагаріна, 5', email: 'maria@example.org' },
      text: 'Біля школи немає переходу, діти бігають через дорогу.',
    });
  const card = { channel: 'site' as const, kind: 'proposal' as const, questions: [{ topic: '030' }] };

  test('filed without a card, described by the registrar, answered, said to be not done, asked again', async () => {
    const { caseId, number, trackingCode: code } = await filed();
    const described = await house.act('registrar-01', describeAppeal, { caseId, ...card });
    expect(described.state).toBe('registered');
    const early = house.act('resident', confirmAnswer, { number, code, done: 'yes' });
    await expect(early).rejects.toMatchObject({ key: 'appeals:refusals.notAnswered' });
    await answerAppeal(house, caseId);
    const again = {
      number,
      code,
      done: 'no',
      mark: 2,
      again: 'Переходу так і немає, приїздіть подивитися.',
    } as const;
    const { repeat } = await house.act('resident', confirmAnswer, again);
    const found = await house.ask('registrar-01', getAppeal, { caseId: repeat?.caseId ?? '' });
    expect(found).toMatchObject({ state: 'filed', sign: 'repeated', author: { name: 'Сайтова Марія' } });
    expect(found.links).toMatchObject([{ kind: 'repeat', otherId: caseId }]);
    const wrong = house.ask('resident', trackAppeal, { number, code: 'AAAA-AAAA' });
    await expect(wrong).rejects.toMatchObject({ key: 'appeals:refusals.notTracked' });
  });

  test('name, address and a way to answer are asked for', async () => {
    const nameless = house.act('resident', fileAppeal, { author: {}, text: 'Немає переходу' });
    await expect(nameless).rejects.toMatchObject({ issues: [{ path: 'author.name' }] });
  });
});

describe('the classifier', () => {
  test('a topic out of force is refused from its day on, and stays for the past', async () => {
    const old = {
      axis: 'topic',
      code: '250',
      label: 'Інше',
      labelEn: 'Other',
      certainty: 'M?',
      validFrom: '2008-09-24',
    } as const;
    const entries = [
      { ...old, validTo: '2026-02-01' },
      { ...old, code: '260', label: 'Захист тварин', labelEn: 'Animals', validFrom: '2026-02-01' },
    ];
    expect(await house.act('registrar-01', importClassifier, { entries, dryRun: true })).toEqual({
      added: 1,
      changed: 1,
      same: 0,
    });
    await house.act('registrar-01', importClassifier, { entries });
    await expect(house.register({ questions: [{ topic: '250' }] })).rejects.toMatchObject({
      issues: [{ path: 'questions.0.topic' }],
    });
    await house.register({ questions: [{ topic: '260' }] });
    const overlap = [{ ...old, validFrom: '2020-01-01' }];
    const overlapping = house.act('registrar-01', importClassifier, { entries: overlap });
    await expect(overlapping).rejects.toMatchObject({ key: 'appeals:refusals.versionsOverlap' });
  });
});

test('spoken ones get an outcome at once, written ones by an answer only', async () => {
  const call = await house.register({ channel: 'hotline' });
  const letter = await house.register();
  await house.act('registrar-01', recordOutcome, { caseId: call.caseId, outcome: 'explained' });
  const written = house.act('registrar-01', recordOutcome, { caseId: letter.caseId, outcome: 'explained' });
  await expect(written).rejects.toMatchObject({ key: 'appeals:refusals.onlyByAnswer' });
});
