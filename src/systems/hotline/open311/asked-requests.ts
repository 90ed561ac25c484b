import type { z } from 'zod';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import type { listProblems } from '../queries/problems.ts';
import { STATES, TICKET, type TicketState } from '../ticket.ts';
import type { Asked } from './asked.ts';

/** «90 days or first 1000 requests returned, whichever is smallest.» */
const MOST = 1000;
const WINDOW_MS = 90 * 24 * 3_600_000;
const SECOND_MS = 1000;

/** What the query of GET requests asks for. @throws Refusal 400. */
export function askedRequests(query: Asked['query'], now: Date): z.input<(typeof listProblems)['input']> {
  const limit = numberOf(query['page_size'], MOST, MOST);
  const page = numberOf(query['page'], 1, 10_000);
  const paged = { limit, after: (page - 1) * limit };
  const ids = listOf(query['service_request_id']);
  // «This overrides all other arguments.»
  if (ids.length > 0) return { ids, ...paged };
  const topics = listOf(query['service_code']);
  return { topics, states: statesOf(listOf(query['status'])), ...windowOf(query, now), ...paged };
}

export function isOpenState(state: TicketState): boolean {
  return TICKET.open.includes(state);
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function numberOf(text: string | undefined, otherwise: number, most: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,6}$/.test(text) || Number(text) < 1) throw new Refusal('hotline:open311.badPage', {}, 400);
  return Math.min(Number(text), most);
}

function statesOf(said: readonly string[]): TicketState[] {
  if (said.some((one) => one !== 'open' && one !== 'closed'))
    throw new Refusal('hotline:open311.badStatus', {}, 400);
  return STATES.filter((state) => said.includes(isOpenState(state) ? 'open' : 'closed'));
}

/**
 * One end alone means ninety days from it; none, the last ninety. `updated_after` and `updated_before` are the
 * extension that civic sites poll by: said, they need no window of their own.
 */
function windowOf(query: Asked['query'], now: Date) {
  const [start, end] = [momentOf(query['start_date']), momentOf(query['end_date'])];
  const [changedFrom, changedTo] = [momentOf(query['updated_after']), momentOf(query['updated_before'])];
  const changed = {
    ...(changedFrom === null ? {} : { changedFrom }),
    ...(changedTo === null ? {} : { changedTo }),
  };
  if (start === null && end === null && (changedFrom !== null || changedTo !== null)) return changed;
  const to = end ?? (start === null ? now : new Date(start.getTime() + WINDOW_MS));
  const from = start ?? new Date(to.getTime() - WINDOW_MS);
  // An hour of summer time and a second at an end make ninety days no longer.
  if (to.getTime() - from.getTime() > WINDOW_MS + 3600 * SECOND_MS)
    throw new Refusal('hotline:open311.spanTooLong', {}, 400);
  return { from, to, ...changed };
}

function momentOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  // A plus sign in a query string is read as a space.
  const at = new Date(text.replace(/ (\d\d:\d\d)$/, '+$1'));
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(at.getTime()))
    throw new Refusal('hotline:open311.badDate', { text: text.slice(0, 40) }, 400);
  return at;
}
