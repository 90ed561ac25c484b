import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import { loadCalendar, loadReception } from '../../kernel/calendar/load-calendar.ts';
import { type NewApplicant, type OpenedCase, openCase } from '../../kernel/cases/index.ts';
import { attachFile } from '../../kernel/files/files.ts';
import { APPEAL, BOOK, OTHER_TERMS, termOf } from './appeal.ts';
import { appealIndex } from './appeal-index.ts';
import type { AuthorInput, Card } from './appeal-input.ts';
import { insertAppeal, type NewAppealRow } from './appeal-store.ts';
import { findHouseUnit, heldBy } from './house-units.ts';
import { judgeAuthor, judgeCard } from './judge-card.ts';
import { writeRegistered } from './letters/write-author.ts';
import { countedFrom, PAPERS_OFFICE } from './receipt-day.ts';
import { tiePlace } from './tie-place.ts';

export interface NewAppeal {
  readonly id?: string | undefined;
  readonly card: Card;
  readonly author: AuthorInput;
  readonly text: string;
  readonly place?: NewAppealRow['place'] | undefined;
  /** Uploaded before (`files`). */
  readonly fileIds?: readonly string[];
  /** What of it an importer had to invent. */
  readonly synthetic?: string | undefined;
}

export interface RegisteredAppeal extends OpenedCase {
  readonly index: string;
  readonly countedFrom: string;
}

/** As a resident filed it: the registrar still has to fill in the card. */
export async function fileAppeal(deed: Deed, given: NewAppeal): Promise<RegisteredAppeal> {
  const reception = await findHouseUnit(deed.tx, 'citizens-appeals');
  return open(deed, given, {
    state: 'filed',
    title: 'Звернення',
    priority: false,
    unitId: reception,
    holderId: reception,
  });
}

/**
 * Registers an appeal in a deed of one's own (a call, a reception, a letter): number, index, terms and
 * card in one statement, the author is written to. It waits for a resolution of the leadership.
 * @throws InvalidInput at the card's fields.
 */
export async function registerAppeal(deed: Deed, given: NewAppeal): Promise<RegisteredAppeal> {
  judgeAuthor(deed, given.card, given.author);
  const { title, priority } = await judgeCard(deed, given.card, kyivDate(deed.now));
  const leadership = await findHouseUnit(deed.tx, 'leadership');
  return open(deed, given, {
    state: 'registered',
    title,
    priority,
    unitId: leadership,
    holderId: leadership,
  });
}

interface Standing {
  readonly state: 'filed' | 'registered';
  readonly title: string;
  readonly priority: boolean;
  readonly unitId: string | null;
  readonly holderId: string | null;
}

async function open(deed: Deed, given: NewAppeal, standing: Standing): Promise<RegisteredAppeal> {
  const { card, author, text } = given;
  const place = await tiePlace(deed, given.place ?? { words: '' });
  const id = given.id ?? uuid();
  const office = await loadReception(deed.tx, PAPERS_OFFICE);
  const from = countedFrom(deed.now, await loadCalendar(deed.tx), office);
  const { state, title, priority, unitId, holderId } = standing;
  const opened = await openCase(deed, {
    id,
    kind: APPEAL,
    book: BOOK,
    title,
    state,
    event: state,
    applicant: applicantOf(card, author),
    unitId,
    holder: heldBy(holderId),
    term: termOf(card.term, card.deputy),
    startedOn: from,
    otherTerms: OTHER_TERMS,
    questions: card.questions,
    words: [text, place.words],
    beside: insertAppeal({
      caseId: id,
      day: kyivDate(deed.now),
      countedFrom: from,
      card,
      author,
      text,
      priority,
      place,
      synthetic: deed.imported ? (given.synthetic ?? null) : null,
    }),
  });
  deed.about({ kind: 'case', id });
  for (const fileId of given.fileIds ?? []) await attachFile(deed, fileId, id);
  const index = appealIndex(card.subject, author.name, opened.seq);
  await writeRegistered(deed, { ...opened, index, email: author.email });
  return { ...opened, index, countedFrom: from };
}

/** Nobody, where nobody is named. */
function applicantOf({ subject }: Card, author: AuthorInput): NewApplicant | null {
  const { name, address, phone, email } = author;
  if (subject === 'anonymous' || [name, address, phone, email].every((value) => value === '')) return null;
  const told = { name, address, phone, email };
  const given = Object.entries(told).filter(([, value]) => value !== '');
  return { kind: name === '' ? 'unknown' : 'person', ...Object.fromEntries(given) };
}
