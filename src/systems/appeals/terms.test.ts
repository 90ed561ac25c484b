import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetCalendar } from '../../kernel/calendar/load-calendar.ts';
import { withdrawAppeal } from './actions/control-appeal.ts';
import { describeAppeal } from './actions/describe-appeal.ts';
import { extendTerm } from './actions/extend-term.ts';
import { shortenTerm } from './actions/shorten-term.ts';
import { type AppealsCity, lettersTo, makeAppealsCity } from './appeals-fixture.ts';
import { getAppeal } from './queries/get-appeal.ts';

/** A Monday before noon in Kyiv. */
const NOW = '2026-03-02T08:00:00Z';
let house: AppealsCity;

beforeAll(async () => {
  house = await makeAppealsCity(NOW);
}, 60_000);
afterAll(() => house.city.connections.close());
beforeEach(() => house.clock.travelTo(new Date(NOW)));

describe('a term', () => {
  test('is shortened by a leader at the author’s demand, with a letter; only nearer, never past', async () => {
    const author = { name: 'Хвора Марія', address: 'вул. Нова, 1', email: 'maria@example.org' };
    const { caseId } = await house.register({ author });
    const shorten = (dueOn: string) =>
      house.act('deputy-mayor', shortenTerm, { caseId, dueOn, reason: 'Операція 20 березня' });
    for (const dueOn of ['2026-04-02', '2026-05-01', '2026-03-01']) {
      await expect(shorten(dueOn)).rejects.toMatchObject({ key: 'cases:refusals.notShorter' });
    }
    expect(await shorten('2026-03-12')).toMatchObject({ dueOn: '2026-03-12', told: true });
    const found = await house.ask('registrar-01', getAppeal, { caseId });
    expect(found.course.at(-1)).toMatchObject({ type: 'shortened', words: 'Операція 20 березня' });
    const [, letter] = await lettersTo(house, author.email);
    expect(letter?.body_text).toContain('12 березня 2026');
    const byClerk = house.act('registrar-01', shortenTerm, {
      caseId,
      dueOn: '2026-03-10',
      reason: 'Просить',
    });
    await expect(byClerk).rejects.toMatchObject({ status: 403 });
  });

  test('of an advocate’s request is five working days, twenty at most', async () => {
    const { caseId, dueOn } = await house.register({ deputy: 'advocate-request' });
    expect(dueOn).toBe('2026-03-09');
    const extend = () =>
      house.act('deputy-mayor', extendTerm, { caseId, days: 30, reason: 'Великий обсяг документів' });
    expect((await extend()).dueOn).toBe('2026-03-30');
    const described = await house.act('registrar-01', describeAppeal, {
      caseId,
      channel: 'post',
      kind: 'application',
      questions: [{ topic: '120' }],
    });
    expect(described.dueOn).toBe('2026-03-30');
    expect((await house.ask('registrar-01', getAppeal, { caseId })).deputy).toBe('advocate-request');
  });

  test('runs from the day on which the office receives papers: its hours are the lawyer’s', async () => {
    await sql`
      insert into kernel.reception_special_days (hall, on_date, hours, reason)
      values ('papers', '2026-03-02', '[{"from": "08:00", "to": "09:30"}]', 'Скорочений день')`.execute(
      house.city.connections.database,
    );
    forgetCalendar();
    expect(await house.register()).toMatchObject({ countedFrom: '2026-03-03', dueOn: '2026-04-03' });
  });
});

test('taken back by its author: an outcome of its own, for its questions too', async () => {
  const { caseId } = await house.register({ questions: [{ topic: '090' }, { topic: '100' }] });
  const note = 'Заява від 2 березня 2026 року';
  await house.act('registrar-01', withdrawAppeal, { caseId, note });
  const found = await house.ask('registrar-01', getAppeal, { caseId });
  expect(found).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn', closingNote: note });
  expect(found.questions.map(({ outcome }) => outcome)).toEqual(['withdrawn', 'withdrawn']);
  const { rows } = await sql<{ outcome: string; questions: string }>`
    select f.outcome_label as outcome, string_agg(q.outcome, ' ') as questions
    from appeals.appeals_facts f join appeals.questions_facts q on q.id like f.id || '/%'
    where f.id = ${caseId} group by 1`.execute(house.city.connections.database);
  expect(rows).toEqual([{ outcome: 'Відкликано автором', questions: 'withdrawn withdrawn' }]);
});

test('axes 4 and 6 of the classifier are on the card, and the facts tell them', async () => {
  const { caseId } = await house.register({ document: 'telegram' });
  const { rows } = await sql`
    select sex, sex_label, document, document_label from appeals.appeals_facts where id = ${caseId}`.execute(
    house.city.connections.database,
  );
  expect(rows).toEqual([
    { sex: 'female', sex_label: 'Жіноча', document: 'telegram', document_label: 'Телеграма' },
  ]);
});
