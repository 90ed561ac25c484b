import { type EpochDay, toIsoDate } from '../calendar/epoch-day.ts';
import { kyivDate, kyivTime } from '../calendar/kyiv-time.ts';
import { explainDay, type LegalCalendar } from '../calendar/legal-calendar.ts';
import { isMessageKey, type Message } from '../calendar/message.ts';
import { yearTable } from '../calendar/year-table.ts';
import { countingLawOn } from './counting-law.ts';
import { lasts, type Pause, standingOf } from './standing-clock.ts';
import type { Count, TermInput, TermStep } from './explained-term.ts';

/** The lines that lead to the date, in the order in which a person reads them. */
export function termSteps(input: TermInput, count: Count): readonly TermStep[] {
  return [
    startStep(input, count),
    ...ruleSteps(input, count),
    ...extensionSteps(input, count),
    ...pauseSteps(input, count),
    ...endSteps(input, count),
    ...martialLawSteps(input, count),
  ];
}

function startStep({ rule, startedOn, startedAt }: TermInput, { unit }: Count): TermStep {
  const { start } = countingLawOn(startedOn);
  const params = { date: startedOn, event: rule.startEvent };
  if (unit === 'hours' && startedAt !== undefined) {
    return line('startedAt', { ...params, time: kyivTime(startedAt) }, rule.article, startedOn);
  }
  const name = rule.value === 0 ? 'startedToday' : 'started';
  return line(name, params, rule.value === 0 ? rule.article : start, startedOn);
}

function ruleSteps({ rule, startedOn }: TermInput, { unit }: Count): readonly TermStep[] {
  if (rule.value === 0) return [line('sameDay', {}, rule.article)];
  const length = line(COUNT_TEXT[unit], { count: rule.value }, rule.article);
  if (rule.unit !== 'auto-days') return [length];
  const chosen = unit === 'working-days' ? 'autoWorking' : 'autoCalendar';
  return [length, line(chosen, {}, countingLawOn(startedOn).units)];
}

const COUNT_TEXT = {
  hours: 'countHours',
  'working-days': 'countWorkingDays',
  'calendar-days': 'countCalendarDays',
  months: 'countMonths',
} as const;

function extensionSteps({ rule, extensions }: TermInput, count: Count): readonly TermStep[] {
  const working = count.extensionUnit === 'working-days';
  const name = working ? 'extendedWorkingDays' : 'extendedCalendarDays';
  const steps = extensions
    .filter(({ days }) => days > 0)
    .map(({ days, article }) => line(name, { count: days }, article));
  return count.capped ? [...steps, line('capped', {}, rule.article)] : steps;
}

/** Each pause has its own line, the run after overlapping ones a single line. */
function pauseSteps({ pauses }: TermInput, count: Count): readonly TermStep[] {
  const counted = count.standings.filter(({ from, to }) => to > count.start + 1 && from <= count.due);
  return counted.flatMap((standing) => {
    const within = (pause: Pause) => {
      const { from, to } = standingOf(pause);
      return lasts({ from, to }) && from >= standing.from && to <= standing.to;
    };
    const begun = pauses
      .filter(within)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .map(pausedLine);
    if (standing.to === Infinity) return [...begun, line('standing', {}, null)];
    const date = toIsoDate(standing.to);
    return [...begun, line('resumed', { date, count: standing.to - standing.from }, null, date)];
  });
}

function pausedLine({ from, reason, article }: Pause): TermStep {
  return line(isMessageKey(reason) ? 'paused' : 'pausedFor', { date: from, reason }, article, from);
}

function endSteps({ rule, calendar, startedOn }: TermInput, count: Count): readonly TermStep[] {
  const { nominal, due, dueAt } = count;
  if (nominal === Infinity) return [];
  const last = toIsoDate(nominal);
  if (due === nominal) {
    const kept = keptDayOff(rule, calendar, last);
    if (dueAt === null) return [...kept, line('ends', { date: last }, null, last)];
    return [...kept, line('endsAt', { date: last, time: clockTime(dueAt, last) }, null, last)];
  }
  const { dayOff } = countingLawOn(startedOn);
  const reason = whyNot(calendar, last);
  if (due === Infinity) return [line('endsOnDayOff', withReason({ date: last }, reason), dayOff, last)];
  const date = toIsoDate(due);
  return [line('moved', withReason({ from: last, date }, reason), dayOff, date)];
}

function keptDayOff(rule: TermInput['rule'], calendar: LegalCalendar, date: string): readonly TermStep[] {
  const { working, reason } = explainDay(calendar, date);
  if (rule.keepsDayOff !== true || working) return [];
  return [line('keepsDayOff', withReason({ date }, reason), rule.article, date)];
}

/** A term of 0 days may end on a working day on which the clock stands. */
function whyNot(calendar: LegalCalendar, date: string): Message {
  const { working, reason } = explainDay(calendar, date);
  return working ? { key: 'clock:reasons.clockStands', params: {} } : reason;
}

/** The reason's own words become params of the sentence: the catalogue nests `$t({{why}})`. */
function withReason(params: Message['params'], reason: Message): Message['params'] {
  return { ...reason.params, ...params, why: reason.key };
}

/** Said only where it mattered: a holiday was counted, or the term ends on one. */
function martialLawSteps({ rule, calendar }: TermInput, count: Count): readonly TermStep[] {
  if (count.due === Infinity || count.unit === 'hours' || rule.keepsDayOff === true) return [];
  const first = count.unit === 'working-days' ? count.start + 1 : count.nominal;
  for (let day = first; day <= count.due; day++) {
    const article = suspendedHoliday(calendar, day);
    if (article !== null) return [line('martialLaw', {}, article)];
  }
  return [];
}

function suspendedHoliday(calendar: LegalCalendar, day: EpochDay): string | null {
  const table = yearTable(calendar, day);
  if (table.kinds[day - table.first] !== 'martial-law') return null;
  return table.suspended.get(day)?.article ?? null;
}

/** The midnight that ends a day is written as that day's 24:00. */
function clockTime(at: Date, date: string): string {
  return kyivDate(at) === date ? kyivTime(at) : '24:00';
}

function line(
  name: string,
  params: Message['params'],
  article: string | null,
  date: string | null = null,
): TermStep {
  return { date, text: { key: `clock:steps.${name}`, params }, article };
}
