import { sql } from 'kysely';
import { v5 as namedUuid, v7 as uuid } from 'uuid';
import { addDays, toEpochDay, toIsoDate } from '../../kernel/calendar/epoch-day.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Database, Transaction } from '../../kernel/database/database.ts';
import { DEMO_HOURS, DEMO_VISITS, type DemoVisit } from './demo-receptions.ts';
import { type HoursLine, minuteOf, type Place, placesOf } from './places.ts';
import { insertQuestion } from './question-store.ts';
import type { VisitState } from './reception.ts';

/** Of several processes that start at once one seeds. */
const SEED_LOCK = 5_117_340_091;
const SPACE = '0199a000-0000-7000-8000-00000000ce01';
const WEEKS_BACK = 8;

/** The demo city's leadership with its hours, visits of the weeks before now and after. */
export async function seedReception(database: Database, demo: boolean, now: Date): Promise<void> {
  if (!demo) return;
  await database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${SEED_LOCK})`.execute(tx);
    const { rows: hours } = await sql`select from reception.hours limit 1`.execute(tx);
    const { rows: leaders } = await sql<{ id: string; login: string }>`
      select id, login from kernel.staff where login in ('mayor', 'deputy-mayor')`.execute(tx);
    if (hours.length > 0 || leaders.length < 2) return;
    const ids = new Map(leaders.map(({ id, login }) => [login, id]));
    const lines = await seedHours(tx, ids, now);
    await seedVisits(tx, ids, lines, now);
  });
}

async function seedHours(
  tx: Transaction,
  ids: ReadonlyMap<string, string>,
  now: Date,
): Promise<readonly HoursLine[]> {
  const validFrom = addDays(kyivDate(now), -365);
  const lines = DEMO_HOURS.map(({ leader, from, to, ...line }) => ({
    ...line,
    id: uuid(),
    leaderId: ids.get(leader) ?? '',
    onDay: null,
    fromMinute: minuteOf(from),
    toMinute: minuteOf(to),
    validFrom,
    validTo: null,
  }));
  for (const line of lines)
    await sql`
      insert into reception.hours (id, staff_id, weekday, week, from_minute, to_minute, minutes, place, valid_from)
      values (${line.id}, ${line.leaderId}, ${line.weekday}, ${line.week}, ${line.fromMinute}, ${line.toMinute},
              ${line.minutes}, ${line.place}, ${validFrom})`.execute(tx);
  return lines;
}

async function seedVisits(
  tx: Transaction,
  ids: ReadonlyMap<string, string>,
  lines: readonly HoursLine[],
  now: Date,
): Promise<void> {
  const today = toEpochDay(kyivDate(now));
  const places = placesOf(lines, [], toIsoDate(today - WEEKS_BACK * 7), toIsoDate(today + 28));
  const before = places.filter(({ startsAt }) => startsAt < now).toReversed();
  const ahead = places.filter(({ startsAt }) => kyivDate(startsAt) > kyivDate(now));
  const taken = new Set<Place>();
  for (const [index, visit] of DEMO_VISITS.entries()) {
    const pool = visit.ends === null ? ahead : before;
    const leaderId = ids.get(visit.leader);
    const place = pool.find((one) => one.leaderId === leaderId && !taken.has(one));
    if (place === undefined) continue;
    taken.add(place);
    await seedVisit(tx, visit, place, namedUuid(String(index), SPACE), codeOf(index));
  }
}

async function seedVisit(
  tx: Transaction,
  visit: DemoVisit,
  { leaderId, startsAt, minutes, place }: Place,
  id: string,
  code: string,
): Promise<void> {
  const state = stateOf(visit);
  const endedAt = visit.ends === null ? null : startsAt;
  await sql`
    insert into reception.visits (id, code, staff_id, starts_at, minutes, place, state, channel, name, phone, email,
                                  question, created_at, ended_at)
    values (${id}, ${code}, ${leaderId}, ${startsAt}, ${minutes}, ${place}, ${state}, ${visit.channel}, ${visit.name},
            ${visit.phone}, '', ${visit.question}, ${startsAt}, ${endedAt})`.execute(tx);
  if (visit.ends === null || visit.ends === 'no-show' || visit.ends === 'not-recorded') return;
  await insertQuestion(tx, {
    id: uuid(),
    visitId: id,
    no: 1,
    day: kyivDate(startsAt),
    leaderId,
    topic: 'not-stated',
    outcome: visit.ends,
    words: visit.question,
    answer: visit.answer ?? '',
    appealId: null,
    synthetic: null,
  });
}

function stateOf({ ends }: DemoVisit): VisitState {
  if (ends === null) return 'booked';
  return ends === 'no-show' || ends === 'not-recorded' ? ends : 'came';
}

/** A code that nobody needs to guess in a demo: stories and pages name it. */
function codeOf(index: number): string {
  return `RC2ABCD${'23456789ABCDEFGH'.charAt(index)}`;
}
