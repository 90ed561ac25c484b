import { Refusal } from '../actions/refusal.ts';
import { kyivDate } from '../calendar/kyiv-time.ts';
import { isCivilDay } from './period.ts';
import type { Question } from './read-figure.ts';

/** Words of the address that are no dimensions. */
const RESERVED = new Set(['from', 'to', 'by', 'format', 'after', 'limit', 'sort', 'lang']);
const LONGEST_YEARS = 30;

/**
 * The question in an address: `?from=2020-01-01&to=2020-12-31&by=sector,month&sector=social`.
 * Without dates it is this year until today. Empty words are as good as none, except a dimension's
 * `-`, which chooses what is not stated.
 */
export function questionOf(query: Readonly<Record<string, unknown>>, now: Date): Required<Question> {
  const today = kyivDate(now);
  const from = textOf(query['from']) || `${today.slice(0, 4)}-01-01`;
  const to = textOf(query['to']) || today;
  if (!isCivilDay(from) || !isCivilDay(to)) throw new Refusal('figures:refusals.badDay', {}, 422);
  if (from > to) throw new Refusal('figures:refusals.periodBackwards', {}, 422);
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > LONGEST_YEARS) {
    throw new Refusal('figures:refusals.periodTooLong', { years: LONGEST_YEARS }, 422);
  }
  const by = textOf(query['by'])
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const chosen = Object.entries(query)
    .filter(([name]) => !RESERVED.has(name))
    .map(([name, code]) => [name, textOf(code)] as const)
    .filter(([, code]) => code !== '')
    .map(([name, code]) => [name, code === NOT_STATED ? '' : code] as const);
  return { from, to, by, where: Object.fromEntries(chosen) };
}

export const NOT_STATED = '-';

function textOf(value: unknown): string {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : '';
}

/** The address of a figure or of its rows, with exactly this question. */
export function figurePath(
  id: string,
  { from, to, by = [], where = {} }: Question,
  more: Readonly<Record<string, string>> = {},
  end: '' | '/rows' = '',
): string {
  const query = new URLSearchParams({ from, to });
  if (by.length > 0) query.set('by', by.join(','));
  for (const [name, code] of Object.entries(where)) query.set(name, code === '' ? NOT_STATED : code);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return `/figures/${id}${end}?${query.toString()}`;
}

export function rowsPath(id: string, question: Question): string {
  return figurePath(id, { ...question, by: [] }, {}, '/rows');
}
