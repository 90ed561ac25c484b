import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, RESIDENT } from '../../kernel/actions/actor.ts';
import type { CityDatabase } from '../../kernel/database/open-database.ts';
import { createTestDatabase } from '../../kernel/testing/test-database.ts';
import { beginService } from './actions/begin-service.ts';
import { callNext } from './actions/call-next.ts';
import { callTicket } from './actions/call-ticket.ts';
import { closeWindow } from './actions/close-window.ts';
import { finishService } from './actions/finish-service.ts';
import { freezeHall } from './actions/freeze-hall.ts';
import { markNoShow } from './actions/mark-no-show.ts';
import { openWindow } from './actions/open-window.ts';
import { parkTicket } from './actions/park-ticket.ts';
import { recallTicket } from './actions/recall-ticket.ts';
import { resumeHall } from './actions/resume-hall.ts';
import { takeTicket } from './actions/take-ticket.ts';
import { transferTicket } from './actions/transfer-ticket.ts';
import { verifyClass } from './actions/verify-class.ts';
import { hallState } from './queries/hall-state.ts';
import { ask, makeClass, makeClerk, makeHall, makeWindow, perform } from './queue-fixture.ts';
import type { Sector } from './sector.ts';
import { findTicketByCode, getTicket } from './ticket-store.ts';

const NINE = new Date('2026-03-03T07:00:00Z');
const after = (minutes: number) => new Date(NINE.getTime() + minutes * 60_000);

let city: CityDatabase;
let clerk: Actor;
let other: Actor;
let head: Actor;
let window1: string;
let window2: string;

beforeAll(async () => {
  city = await createTestDatabase();
  const { database } = city;
  await makeHall(database);
  window1 = await makeWindow(database, { number: 1, sectors: ['registration'] });
  window2 = await makeWindow(database, { number: 2, sectors: ['registration', 'social'] });
  await makeClass(database, 'combatant', 20);
  clerk = await makeClerk(database, 'administrator');
  other = await makeClerk(database, 'administrator');
  head = await makeClerk(database, 'head');
});
afterAll(() => city.close());

beforeEach(async () => {
  await city.withOwner((owner) =>
    owner.query(
      'truncate queue.tickets, queue.visits, queue.calls, queue.seats, queue.freezes, kernel.number_books',
    ),
  );
});

const join = (minutes: number, sector: Sector = 'registration', classCode?: string) =>
  perform(
    city.database,
    takeTicket,
    { hall: 'main', sector, classCode },
    { actor: RESIDENT, now: after(minutes) },
  );
const open = (windowId = window1, actor = clerk) =>
  perform(city.database, openWindow, { windowId }, { actor, now: NINE });
const next = (minutes: number, actor = clerk) =>
  perform(city.database, callNext, {}, { actor, now: after(minutes) });
const serve = async (ticketId: string, minutes: number, actor = clerk) => {
  await perform(city.database, beginService, { ticketId }, { actor, now: after(minutes) });
  await perform(city.database, finishService, { ticketId }, { actor, now: after(minutes + 10) });
};
const read = (id: string) => city.database.transaction().execute((tx) => getTicket(tx, id));

describe('taking a ticket', () => {
  test('numbers run by sector from one, each with a code of its own', async () => {
    const first = await join(0);
    const second = await join(1);
    const social = await join(2, 'social');
    expect([first.number, second.number, social.number]).toEqual(['Р-001', 'Р-002', 'С-001']);
    expect(new Set([first.code, second.code, social.code]).size).toBe(3);
    expect(second.ahead).toBe(1);
  });

  test('no wait is promised while no window is open', async () => {
    expect((await join(0)).waitMinutes).toBeNull();
    await open();
    expect((await join(1)).waitMinutes).not.toBeNull();
  });

  test('a hall or a class that is not there is refused and takes no number', async () => {
    const { database } = city;
    const by = { actor: RESIDENT, now: NINE };
    await expect(perform(database, takeTicket, { hall: 'nowhere', sector: 'social' }, by)).rejects.toThrow(
      'noSuchHall',
    );
    await expect(join(0, 'social', 'nobody')).rejects.toThrow('noSuchClass');
    expect((await join(1, 'social')).number).toBe('С-001');
  });
});

describe('calling', () => {
  test('goes by the order of joining, with the bounded credit of a class', async () => {
    await open();
    const plain = await join(0);
    const late = await join(30);
    const privileged = await join(40, 'registration', 'combatant');
    const called: (string | undefined)[] = [];
    for (let minute = 41; minute < 44; minute++) {
      const { ticket } = await next(minute);
      called.push(ticket?.number);
      if (ticket !== null) await serve(ticket.id, minute);
    }
    expect(called).toEqual([plain.number, privileged.number, late.number]);
    expect((await next(60)).ticket).toBeNull();
  });

  test('is refused without a window, with somebody at the window, and in a frozen hall', async () => {
    await expect(next(0)).rejects.toThrow('openWindowFirst');
    await open();
    await join(0);
    await join(1);
    await next(2);
    await expect(next(3)).rejects.toThrow('finishFirst');
    await expect(perform(city.database, closeWindow, {}, { actor: clerk, now: after(3) })).rejects.toThrow(
      'finishFirst',
    );
    await open(window2, other);
    await perform(
      city.database,
      freezeHall,
      { hall: 'main', reason: 'air-alert' },
      { actor: head, now: after(4) },
    );
    await expect(next(5, other)).rejects.toThrow('hallFrozen');
  });

  test('looks only at the sectors of the window', async () => {
    await open();
    await join(0, 'social');
    expect((await next(1)).ticket).toBeNull();
    await open(window2, other);
    expect((await next(2, other)).ticket?.sector).toBe('social');
  });

  test('a window is one person’s, until the next day', async () => {
    await open();
    await expect(open(window1, other)).rejects.toThrow('windowTaken');
    const tomorrow = { actor: other, now: after(24 * 60) };
    await perform(city.database, openWindow, { windowId: window1 }, tomorrow);
    await expect(next(24 * 60)).rejects.toThrow('openWindowFirst');
  });

  test('every call stands in the public log, which nobody can change', async () => {
    await open();
    const { ticketId } = await join(0);
    await next(5);
    await perform(city.database, recallTicket, { ticketId }, { actor: clerk, now: after(6) });
    const { rows } = await sql<{ reason: string; number: string }>`
      select reason, number from queue.calls order by id`.execute(city.database);
    expect(rows).toEqual([
      { reason: 'turn', number: 'Р-001' },
      { reason: 'repeated', number: 'Р-001' },
    ]);
    await expect(sql`update queue.calls set number = 'Р-999'`.execute(city.database)).rejects.toThrow(
      'permission denied',
    );
    await expect(sql`delete from queue.calls`.execute(city.database)).rejects.toThrow('permission denied');
  });
});

describe('a ticket at a window', () => {
  test('parked, called again, served: the visit is received once', async () => {
    await open();
    const { ticketId, visitId } = await join(0);
    await next(5);
    await perform(city.database, parkTicket, { ticketId }, { actor: clerk, now: after(6) });
    await perform(city.database, callTicket, { ticketId }, { actor: clerk, now: after(20) });
    await serve(ticketId, 21);
    const ticket = await read(ticketId);
    expect(ticket.state).toBe('served');
    expect(ticket.wait_seconds).toBe(5 * 60);
    expect(ticket.call_count).toBe(2);
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from queue.visitors_facts where day = '2026-03-03'`.execute(city.database);
    expect(rows[0]?.n).toBe(1);
    expect(visitId).toBe(ticket.visit_id);
  });

  test('is nobody else’s, but the head may step in', async () => {
    await open();
    const { ticketId } = await join(0);
    await next(1);
    const by = (actor: Actor) => ({ actor, now: after(2) });
    await expect(perform(city.database, beginService, { ticketId }, by(other))).rejects.toThrow(
      'notYourTicket',
    );
    await perform(city.database, markNoShow, { ticketId }, by(head));
    await expect(perform(city.database, beginService, { ticketId }, by(clerk))).rejects.toThrow(
      'state.no-show',
    );
  });

  test('out of its turn is called by its name only, and the log says so', async () => {
    await open();
    await join(0);
    const second = await join(1);
    await perform(city.database, callTicket, { ticketId: second.ticketId }, { actor: clerk, now: after(2) });
    const { rows } = await sql<{ reason: string }>`select reason from queue.calls`.execute(city.database);
    expect(rows).toEqual([{ reason: 'chosen' }]);
  });

  test('a transfer keeps number, code and place, and the new sector calls it before later ones', async () => {
    await open();
    await open(window2, other);
    const moved = await join(0);
    const later = await join(10, 'social');
    await next(11);
    const { ticket } = await perform(
      city.database,
      transferTicket,
      { ticketId: moved.ticketId, sector: 'social' },
      { actor: clerk, now: after(12) },
    );
    expect(ticket).toMatchObject({ number: moved.number, sector: 'social', state: 'waiting' });
    expect((await next(13, other)).ticket?.id).toBe(ticket.id);
    const found = await city.database.transaction().execute((tx) => findTicketByCode(tx, moved.code));
    expect(found?.id).toBe(ticket.id);
    expect(later.number).toBe('С-001');
  });

  test('a transfer to a window waits for that window alone', async () => {
    await open();
    await open(window2, other);
    const { ticketId } = await join(0);
    await next(1);
    const by = { actor: clerk, now: after(2) };
    const { ticket } = await perform(city.database, transferTicket, { ticketId, windowId: window2 }, by);
    expect((await next(3)).ticket).toBeNull();
    expect((await next(3, other)).ticket?.id).toBe(ticket.id);
  });

  test('without the document of the class the person gets the place that everyone has', async () => {
    await open();
    const plain = await join(0);
    const declared = await join(10, 'registration', 'combatant');
    expect((await next(11)).ticket?.id).toBe(declared.ticketId);
    const by = { actor: clerk, now: after(12) };
    const { ticket } = await perform(
      city.database,
      verifyClass,
      { ticketId: declared.ticketId, accepted: false },
      by,
    );
    expect(ticket).toMatchObject({ state: 'waiting', classState: 'rejected' });
    expect((await next(13)).ticket?.id).toBe(plain.ticketId);
  });
});

describe('a frozen hall', () => {
  test('frozen minutes are no waiting, and the order stays', async () => {
    await open();
    const first = await join(0);
    await join(1);
    const by = (minutes: number) => ({ actor: head, now: after(minutes) });
    await perform(city.database, freezeHall, { hall: 'main', reason: 'air-alert' }, by(10));
    await expect(
      perform(city.database, freezeHall, { hall: 'main', reason: 'other' }, by(11)),
    ).rejects.toThrow('alreadyFrozen');
    const resumed = await perform(city.database, resumeHall, { hall: 'main' }, by(40));
    expect(resumed.frozenMinutes).toBe(30);
    await expect(perform(city.database, resumeHall, { hall: 'main' }, by(41))).rejects.toThrow('notFrozen');
    const { ticket } = await next(45);
    expect(ticket?.id).toBe(first.ticketId);
    expect((await read(first.ticketId)).wait_seconds).toBe(15 * 60);
  });
});

describe('the state of the hall', () => {
  test('shows calls, waiting people and the freeze, and no person', async () => {
    await open();
    const { number } = await join(0);
    await join(1);
    await next(2);
    await perform(
      city.database,
      freezeHall,
      { hall: 'main', reason: 'blackout' },
      { actor: head, now: after(3) },
    );
    const state = await ask(city.database, hallState, { hall: 'main' }, { actor: RESIDENT, now: after(4) });
    expect(state.lastCall).toMatchObject({ number, window: 1, sector: 'registration', callCount: 1 });
    expect(state.sectors.map(({ waiting }) => waiting)).toEqual([1, 0, 0]);
    expect(state.sectors.map(({ openWindows }) => openWindows)).toEqual([1, 0, 0]);
    expect(state.frozen).toMatchObject({ reason: 'blackout', shelter: 'Підвал' });
  });
});

describe('the past that an integrator brings', () => {
  test('fills the same tables, takes no live number and shows on no board', async () => {
    const importer = { ...clerk, importedBy: head.staffId };
    const by = (minutes: number) => ({ actor: importer, now: after(minutes) });
    await join(0);
    const past = await perform(city.database, takeTicket, { hall: 'main', sector: 'registration' }, by(1));
    expect(past.number).toBe('Р-001');
    expect((await join(2)).number).toBe('Р-002');
    await expect(perform(city.database, callNext, {}, by(3))).rejects.toThrow('nameWindow');
    const { ticket } = await perform(city.database, callNext, { windowId: window1 }, by(3));
    expect(ticket?.id).toBe(past.ticketId);
    const state = await ask(city.database, hallState, { hall: 'main' }, { actor: RESIDENT, now: after(4) });
    expect(state.called).toEqual([]);
    expect(state.sectors[0]?.waiting).toBe(2);
    const ticketId = past.ticketId;
    await expect(
      perform(city.database, beginService, { ticketId }, { actor: clerk, now: after(4) }),
    ).rejects.toThrow('noSuchTicket');
    await perform(city.database, beginService, { ticketId }, by(4));
    await perform(city.database, finishService, { ticketId }, by(9));
    const { rows } = await sql<{ origin: string }>`select origin from queue.visitors_facts`.execute(
      city.database,
    );
    expect(rows).toEqual([{ origin: 'imported' }]);
  });
});
