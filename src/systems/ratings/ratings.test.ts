import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, RESIDENT } from '../../kernel/actions/actor.ts';
import type { ActionDefinition } from '../../kernel/actions/define.ts';
import { askQuery } from '../../kernel/actions/ask-query.ts';
import { performAction } from '../../kernel/actions/perform-action.ts';
import type { City } from '../../kernel/city.ts';
import { travellingClock } from '../../kernel/clock/system-clock.ts';
import type { Figure } from '../../kernel/figures/figure.ts';
import { readFigure } from '../../kernel/figures/read-figure.ts';
import { findActorsByLogin } from '../../kernel/identity/find-actor.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import type { z } from 'zod';
import { beginService } from '../queue/actions/begin-service.ts';
import { callTicket } from '../queue/actions/call-ticket.ts';
import { finishService } from '../queue/actions/finish-service.ts';
import { openWindow } from '../queue/actions/open-window.ts';
import { takeTicket } from '../queue/actions/take-ticket.ts';
import { queue } from '../queue/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { enterPaper } from './actions/enter-paper.ts';
import { hideComment } from './actions/hide-comment.ts';
import { publishComment } from './actions/publish-comment.ts';
import { rateCentre, SITE_FORMS_AN_HOUR } from './actions/rate-centre.ts';
import { rateVisit } from './actions/rate-visit.ts';
import { setAlert } from './actions/set-alert.ts';
import { setQuestion } from './actions/set-question.ts';
import { settleLowMark } from './actions/settle-low-mark.ts';
import {
  formsFigure,
  loyaltyFigure,
  positiveFigure,
  ratingsFigure,
  satisfactionFigure,
  sitePositiveFigure,
} from './figures.ts';
import { exportRatings } from './queries/export-ratings.ts';
import { listRatings } from './queries/list-ratings.ts';
import { type PublicSummary, publicSummary } from './queries/public-summary.ts';
import { seedRatings } from './seed/seed-ratings.ts';
import { ratings } from './system.ts';

const NOW = new Date('2026-03-03T08:00:00Z');
const DAY = '2026-03-03';
const clock = travellingClock(NOW);

let city: City;
let clerk: Actor;
let head: Actor;

beforeAll(async () => {
  city = await makeTestCity([serviceCatalogue, staff, queue, ratings], clock);
  await seedCity({ ...city, systems: [serviceCatalogue, staff, queue] });
  await seedRatings(city.connections.database, false, NOW);
  const actors = await city.connections.database
    .transaction()
    .execute((tx) => findActorsByLogin(tx, ['administrator-01', 'head']));
  clerk = actors.get('administrator-01') ?? RESIDENT;
  head = actors.get('head') ?? RESIDENT;
});
afterAll(() => city.connections.close());

beforeEach(async () => {
  clock.travelTo(NOW);
  await city.connections.withOwner((owner) =>
    owner.query(
      'truncate ratings.ratings, ratings.answers, ratings.site_hours, ratings.alert_settings, kernel.letters',
    ),
  );
});

async function run<I extends z.ZodType, O extends z.ZodType>(
  actor: Actor,
  action: ActionDefinition<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  return action.output.parse(await performAction(city, action, input, { actor, key: uuid() }));
}

const paper = (more: Partial<z.input<typeof enterPaper.input>> = {}) =>
  run(clerk, enterPaper, { day: DAY, sector: 'social', mark: 5, recommend: 10, ...more });

const list = async (show: 'low' | 'comments' | 'all' = 'all') =>
  listRatings.output.parse(await askQuery(city, listRatings, { show }, { actor: head }));

const read = (figure: Figure, by: string[] = []) =>
  city.connections.database
    .transaction()
    .execute((tx) => readFigure(tx, figure, { from: '2026-01-01', to: '2026-12-31', by }));

async function servedTicket(): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select w.id from queue.windows w where 'registration' = any(w.sectors)
       and not exists (select from queue.seats s where s.window_id = w.id) order by w.number limit 1`.execute(
    city.connections.database,
  );
  await run(clerk, openWindow, { windowId: rows[0]?.id ?? '' }).catch(() => undefined);
  const ticket = await run(RESIDENT, takeTicket, {
    hall: 'main',
    serviceCode: '01-01',
    classCode: undefined,
  });
  await run(clerk, callTicket, { ticketId: ticket.ticketId });
  await run(clerk, beginService, { ticketId: ticket.ticketId });
  await run(clerk, finishService, { ticketId: ticket.ticketId });
  return ticket.code;
}

describe('by the ticket', () => {
  test('one visit, one rating, with the service of the ticket and its answers', async () => {
    const code = await servedTicket();
    await run(RESIDENT, rateVisit, { code, mark: 4, recommend: 9, answers: { waiting: 2 } });
    await expect(run(RESIDENT, rateVisit, { code, mark: 1 })).rejects.toMatchObject({
      key: 'ratings:refusals.ratedAlready',
    });
    const { ratings: lines } = await list();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ channel: 'ticket', sector: 'registration', mark: 4 });
    expect(lines[0]?.serviceName).toBeTruthy();
  });

  test('of 16 who rate one ticket at once one is counted', async () => {
    const code = await servedTicket();
    const tries = await Promise.allSettled(
      Array.from({ length: 16 }, () => run(RESIDENT, rateVisit, { code, mark: 5 })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the site and paper are counted apart', () => {
  test('none of them comes into the share by tickets', async () => {
    for (let index = 0; index < 6; index += 1) {
      await run(RESIDENT, rateCentre, { mark: 1, recommend: 0 });
      await paper();
    }
    expect((await read(positiveFigure)).total.sample).toBe(0);
    expect((await read(ratingsFigure)).total.value).toBe(0);
    expect((await read(sitePositiveFigure)).total).toMatchObject({ value: 0, sample: 6 });
    expect((await read(satisfactionFigure)).total).toMatchObject({ value: 100, sample: 6 });
    const forms = await read(formsFigure, ['channel']);
    expect(forms.breakdown.map(({ by, value }) => [by['channel'], value])).toEqual(
      expect.arrayContaining([
        ['paper', 6],
        ['site', 6],
      ]),
    );
  });

  test('the open door lets a crowd through only so fast, and again in the next hour', async () => {
    await sql`insert into ratings.site_hours (hour, taken) values ('2026-03-03T08:00:00Z', ${SITE_FORMS_AN_HOUR - 3})`.execute(
      city.connections.database,
    );
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, () => run(RESIDENT, rateCentre, { mark: 5 })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    await expect(run(RESIDENT, rateCentre, { mark: 5 })).rejects.toMatchObject({ status: 429 });
    clock.travelTo(new Date('2026-03-03T09:00:00Z'));
    await run(RESIDENT, rateCentre, { mark: 5 });
  });

  test('paper of a day to come, a question nobody asked and a service nobody gives are refused or left', async () => {
    await expect(paper({ day: '2026-03-04' })).rejects.toMatchObject({ key: 'ratings:refusals.dayAhead' });
    await expect(paper({ answers: { nonsense: 5 } })).rejects.toMatchObject({
      key: 'ratings:refusals.noSuchQuestion',
    });
    await expect(paper({ answers: { waiting: 6 } })).rejects.toMatchObject({
      issues: [{ path: 'answers.waiting' }],
    });
    expect((await list()).ratings).toHaveLength(0);
  });
});

describe('the indices', () => {
  test('loyalty is promoters minus detractors, with sample and interval', async () => {
    for (const recommend of [10, 9, 9, 8, 7, 6, 0, 10]) await paper({ recommend });
    await paper({ recommend: null });
    const { total } = await read(loyaltyFigure);
    expect(total).toMatchObject({ value: 25, sample: 8 });
    const [low, high] = total.interval ?? [0, 0];
    expect(low).toBeGreaterThanOrEqual(-100);
    expect(low).toBeLessThan(25);
    expect(high).toBeGreaterThan(25);
  });

  test('few answers are not published', async () => {
    for (let index = 0; index < 4; index += 1) await paper();
    expect((await read(loyaltyFigure)).total).toMatchObject({
      value: null,
      suppressed: true,
      interval: null,
    });
  });

  test('each question has its own share', async () => {
    for (let index = 0; index < 5; index += 1) await paper({ mark: 5, answers: { waiting: 2, clarity: 5 } });
    const { breakdown } = await read(satisfactionFigure, ['question']);
    const byQuestion = new Map(breakdown.map(({ by, value }) => [by['question'], value]));
    expect(byQuestion).toEqual(
      new Map([
        ['service', 100],
        ['clarity', 100],
        ['waiting', 0],
      ]),
    );
  });
});

describe('comments', () => {
  test('are seen by nobody until the head publishes them, and hide for good', async () => {
    const { ratingId } = await paper({ comment: 'Дякую Ткач І. П., чекав 5 хвилин' });
    const summary = async () =>
      (await askQuery(city, publicSummary, {}, { actor: RESIDENT })) as PublicSummary;
    expect((await summary()).comments).toEqual([]);
    const publish = (text: string, confirmed = true) =>
      run(head, publishComment, { ratingId, text, confirmed });
    await expect(publish('Дякую Ткач І. П., чекав 5 хвилин')).rejects.toMatchObject({
      key: 'ratings:refusals.personalData',
      params: { found: 'Ткач І. П.' },
    });
    await expect(publish('Дякую, чекав 5 хвилин', false)).rejects.toMatchObject({
      issues: [{ path: 'confirmed' }],
    });
    await publish('Дякую, чекав 5 хвилин');
    expect((await summary()).comments).toMatchObject([
      { text: 'Дякую, чекав 5 хвилин', month: '2026-03', mark: 5 },
    ]);
    await run(head, hideComment, { ratingId, reason: 'other' });
    expect((await summary()).comments).toEqual([]);
    await expect(publish('Знову')).rejects.toMatchObject({ key: 'ratings:refusals.judgedAlready' });
  });

  test('of two who judge at once one is told', async () => {
    const { ratingId } = await paper({ comment: 'Добре' });
    const both = await Promise.allSettled([
      run(head, publishComment, { ratingId, text: 'Добре', confirmed: true }),
      run(head, publishComment, { ratingId, text: 'Добре', confirmed: true }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('a low mark', () => {
  test('is written to the head without the visitor’s words, and waits until it is settled', async () => {
    await run(head, setAlert, { email: 'head@centre.example.org', markAtMost: 2 });
    const { ratingId } = await paper({ mark: 2, comment: 'Таємниця' });
    await paper({ mark: 3 });
    const letters = await sql<{ to_address: string; subject: string; body_text: string }>`
      select to_address, subject, body_text from kernel.letters`.execute(city.connections.database);
    expect(letters.rows).toHaveLength(1);
    expect(letters.rows[0]).toMatchObject({
      to_address: 'head@centre.example.org',
      subject: 'Низька оцінка: 2',
    });
    expect(letters.rows[0]?.body_text).not.toContain('Таємниця');
    expect((await list('low')).waiting.low).toBe(1);
    await run(head, settleLowMark, { ratingId, note: 'Поставили ще п’ять стільців' });
    expect((await list('low')).ratings).toEqual([]);
    await expect(run(head, settleLowMark, { ratingId, note: 'Ще раз' })).rejects.toMatchObject({
      status: 404,
    });
  });
});

test('a question changes from a day on and the past keeps what it was asked', async () => {
  const question = {
    code: 'waiting',
    title: 'Чи довго ви чекали?',
    titleEn: 'Did you wait long?',
    indexName: 'Чекання',
    indexNameEn: 'Waiting',
    position: 2,
    article: 'КМУ 864',
    certainty: 'V' as const,
  };
  await run(head, setQuestion, { ...question, from: '2026-04-01' });
  await expect(run(head, setQuestion, { ...question, from: '2026-03-15' })).rejects.toMatchObject({
    key: 'ratings:refusals.questionInForce',
  });
  const { rows } = await sql<{ title: string; valid_to: string | null }>`
    select title, valid_to from ratings.questions where code = 'waiting' order by valid_from`.execute(
    city.connections.database,
  );
  expect(rows).toEqual([
    { title: 'Чи задоволені ви часом чекання?', valid_to: '2026-04-01' },
    { title: 'Чи довго ви чекали?', valid_to: null },
  ]);
});

test('the monitoring data are read page by page, each form once, without words', async () => {
  for (let index = 0; index < 7; index += 1) await paper({ comment: 'слова', answers: { comfort: 4 } });
  const ids = new Set<string>();
  let after: string | undefined;
  do {
    const page = exportRatings.output.parse(
      await askQuery(city, exportRatings, { from: DAY, to: DAY, limit: 3, after }, { actor: head }),
    );
    for (const line of page.lines) {
      expect(line).toMatchObject({ answers: { comfort: 4 }, loyalty: 1 });
      expect(JSON.stringify(line)).not.toContain('слова');
      ids.add(line.id);
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(ids.size).toBe(7);
});

test('the demo’s forms are there once', async () => {
  const { database } = city.connections;
  await Promise.all([seedRatings(database, true, NOW), seedRatings(database, true, NOW)]);
  const { total } = await read(loyaltyFigure);
  expect(total.sample).toBeGreaterThan(25);
  expect((await list('low')).waiting).toEqual({ low: 3, comments: 4 });
});
