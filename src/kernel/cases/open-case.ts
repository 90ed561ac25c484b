import { v7 as uuid } from 'uuid';
import type { Deed } from '../actions/define.ts';
import { kyivDate } from '../calendar/kyiv-time.ts';
import { bookName } from '../numbering/index.ts';
import { type CaseClock, MAIN_CLOCK } from './case-clock.ts';
import type { EventData } from './case-event.ts';
import { numberPrefix } from './case-number.ts';
import { momentOf } from './deed-moment.ts';
import { insertCase } from './insert-case.ts';
import type { NewCase, OpenedCase } from './new-case.ts';
import { wordsOf } from './search-words.ts';
import { startTerm, startTerms } from './term-law.ts';
import { hashTrackingCode, makeTrackingCode } from './tracking-code.ts';

/**
 * Opens a case: number, applicant, timeline, clock and search words in one statement. The number
 * book stays locked until the commit, so do this late in an action.
 * @throws Refusal for an id that is taken, or a parent that is not there.
 */
export async function openCase(deed: Deed, input: NewCase): Promise<OpenedCase> {
  const id = input.id ?? uuid();
  const at = momentOf(deed, null);
  const date = kyivDate(at);
  const { clock, otherClocks } = await firstClocks(deed, input, at, input.startedOn ?? date);
  const trackingCode = input.given?.trackingCode ?? makeTrackingCode();
  const book = bookOf(deed, input, date);
  const { number, seq } = await insertCase(deed.tx, {
    id,
    input,
    at,
    recordedAt: deed.recordedAt,
    imported: deed.imported,
    actorId: deed.actor.staffId,
    // A part is found through its whole.
    accountId: input.partOf === undefined ? (deed.actor.resident?.accountId ?? null) : null,
    clock,
    otherClocks,
    data: firstData(input, clock),
    trackingHash: hashTrackingCode(id, trackingCode),
    words: wordsOf(book.prefix, input.title, ...applicantWords(input), ...(input.words ?? [])),
    ...book,
  });
  const { dueOn = null, internalDueOn = null, steps = [] } = clock ?? {};
  return { id, number, seq, dueOn, internalDueOn, steps, trackingCode };
}

async function firstClocks({ tx }: Deed, input: NewCase, startedAt: Date, startedOn: string) {
  const { term, otherTerms = {} } = input;
  const start = { startedOn, startedAt };
  return {
    clock: term === null ? null : await startTerm(tx, MAIN_CLOCK, term, start),
    otherClocks: await startTerms(tx, otherTerms, start),
  };
}

function bookOf(deed: Deed, { book }: NewCase, date: string) {
  const year = Number(date.slice(0, 4));
  const currentYear = Number(kyivDate(deed.recordedAt).slice(0, 4));
  const name = bookName(book.name, { imported: deed.imported, year, currentYear });
  return { year, book: name, prefix: numberPrefix(book.letters, year, name !== book.name) };
}

function firstData({ data, unitId, executorId }: NewCase, clock: CaseClock | null): EventData {
  return {
    ...data,
    ...(unitId === null ? {} : { unitId }),
    ...(executorId === undefined ? {} : { executorId }),
    ...(clock === null ? {} : { clock: 'running' }),
  };
}

function applicantWords({ applicant }: NewCase): readonly (string | undefined)[] {
  if (applicant === null || 'id' in applicant) return [];
  return [applicant.name, applicant.code];
}
