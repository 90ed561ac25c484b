import { sql } from 'kysely';
import { remember } from '../database/reference-cache.ts';
import type { Transaction } from '../database/database.ts';
import type { LegalCalendar } from './legal-calendar.ts';
import type { Closure, ReceptionCalendar, SpecialDay, WeeklyHours } from './reception-calendar.ts';
import { UKRAINE_CALENDAR } from './ukraine-holidays.ts';

interface Hall {
  readonly hall: string;
}

interface Calendars {
  readonly legal: LegalCalendar;
  readonly weekly: readonly (WeeklyHours & Hall)[];
  readonly closures: readonly (Closure & Hall)[];
  readonly specialDays: readonly (SpecialDay & Hall)[];
}

const cache = remember<Calendars>(readCalendars);

/** After a change in this process. */
export const forgetCalendar = cache.forget;

/** The calendar by which terms are counted; at most two seconds old, the same object while unchanged. */
export async function loadCalendar(tx: Transaction): Promise<LegalCalendar> {
  return (await cache.load(tx)).legal;
}

/** A hall's reception hours; closed on public holidays. At most two seconds old. */
export async function loadReception(tx: Transaction, hall: string): Promise<ReceptionCalendar> {
  const { legal, weekly, closures, specialDays } = await cache.load(tx);
  const ofHall = (row: Hall) => row.hall === hall;
  return {
    weekly: weekly.filter(ofHall),
    closures: closures.filter(ofHall),
    specialDays: specialDays.filter(ofHall),
    holidays: legal,
  };
}

type Rows = Pick<Calendars, 'weekly' | 'closures' | 'specialDays'> &
  Pick<LegalCalendar, 'holidays' | 'moves' | 'martialLaw' | 'localDays'>;

async function readCalendars(tx: Transaction): Promise<Calendars> {
  const { rows } = await sql<Rows>`
    select
      ${list(HOLIDAYS)} as holidays, ${list(MOVES)} as moves, ${list(MARTIAL_LAW)} as "martialLaw",
      ${list(LOCAL_DAYS)} as "localDays", ${list(WEEKLY)} as weekly,
      ${list(CLOSURES)} as closures, ${list(SPECIAL_DAYS)} as "specialDays"`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('the calendar could not be read');
  const { holidays, moves, martialLaw, localDays, ...reception } = row;
  const { weekend, weekendArticle } = UKRAINE_CALENDAR;
  return { legal: { weekend, weekendArticle, holidays, moves, martialLaw, localDays }, ...reception };
}

const HOLIDAYS = `
  select name, article, certainty, valid_from as "validFrom", valid_to as "validTo",
         case kind when 'fixed' then jsonb_build_object('kind', kind, 'month', month, 'day', day)
                   else jsonb_build_object('kind', kind, 'offset', easter_offset) end as rule
  from kernel.holidays order by month, day, easter_offset, valid_from`;
const MOVES = `
  select article, certainty, valid_from as "validFrom", valid_to as "validTo"
  from kernel.holiday_moves order by valid_from`;
const MARTIAL_LAW = `
  select from_on as "from", to_on as "to", article from kernel.martial_law order by from_on`;
const LOCAL_DAYS = `
  select on_date as date, working, reason from kernel.calendar_overrides order by on_date`;
const WEEKLY = `
  select hall, weekday, from_time as "from", to_time as "to",
         valid_from as "validFrom", valid_to as "validTo"
  from kernel.opening_hours order by hall, weekday, from_time, valid_from`;
const CLOSURES = `
  select hall, from_on as "from", to_on as "to", reason from kernel.reception_closures
  order by hall, from_on`;
const SPECIAL_DAYS = `
  select hall, on_date as date, hours, reason from kernel.reception_special_days
  order by hall, on_date`;

function list(query: string) {
  return sql`(select coalesce(jsonb_agg(to_jsonb(row)), '[]') from (${sql.raw(query)}) row)`;
}
