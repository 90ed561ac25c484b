import { type RawBuilder, sql } from 'kysely';
import type { Deed } from '../../kernel/actions/define.ts';
import { notFound } from '../../kernel/actions/refusal.ts';
import { toEpochDay } from '../../kernel/calendar/epoch-day.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import {
  type AdvancedCase,
  advanceCase,
  type CaseChange,
  type CaseInHand,
} from '../../kernel/cases/index.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import type { AuthorInput, Card, Place } from './appeal-input.ts';
import { APPEAL, type Document, type Outcome, type Sex } from './appeal.ts';
import { indexLetters } from './appeal-index.ts';
import { documentOf, sexOf } from './author-axes.ts';
import { addressKey, authorKey, sketchOf } from './text-sketch.ts';

export interface NewAppealRow {
  readonly caseId: string;
  readonly day: string;
  readonly countedFrom: string;
  readonly card: Card;
  readonly author: AuthorInput;
  readonly text: string;
  readonly priority: boolean;
  readonly place: Place;
  readonly synthetic: string | null;
}

/** Written beside the case, in its statement: the index takes the number of the case's own book. */
export function insertAppeal(row: NewAppealRow): RawBuilder<unknown> {
  const { card, author, place } = row;
  return sql`
    insert into appeals.appeals (
      case_id, day, counted_from, index, channel, kind, sign, subject, people, deputy, priority, categories,
      status, text, sender, place, lat, lon, author_key, address_key, sketch, synthetic, sex, document, house_id)
    select opened.id, ${row.day}::date, ${row.countedFrom}::date,
      ${indexLetters(card.subject, author.name)}::text || '-' || opened.seq, ${card.channel}::text,
      ${card.kind}::text, ${card.sign}::text, ${card.subject}::text, ${card.people}::int,
      ${card.deputy}::text, ${row.priority}::boolean, ${card.categories}::text[], ${card.status}::text,
      ${row.text}::text, ${card.sender}::text, ${place.words}::text, ${place.lat ?? null}::float8,
      ${place.lon ?? null}::float8, ${authorKey(author.name)}::text, ${addressKey(author.address)}::text,
      ${sketchOf(row.text)}::int[], ${row.synthetic}::text, ${sexOf(card, author.name)}::text,
      ${documentOf(card)}::text, ${place.houseId ?? null}::uuid
    from opened`;
}

interface DescribedAs {
  readonly name: string | null;
  readonly priority: boolean;
  /** Where the registrar found it; undefined: it stays as it was told. */
  readonly place: Place | undefined;
}

/** The registrar's card in place of what was known; its index keeps the number. */
export function writeCard(
  caseId: string,
  card: Card,
  { name, priority, place }: DescribedAs,
): RawBuilder<unknown> {
  return sql`
    update appeals.appeals set
      channel = ${card.channel}, kind = ${card.kind}, sign = ${card.sign}, subject = ${card.subject},
      people = ${card.people}, priority = ${priority}, categories = ${card.categories},
      status = ${card.status}, sender = ${card.sender}, sex = ${sexOf(card, name)},
      document = ${documentOf(card)},
      index = ${indexLetters(card.subject, name)} || substring(index from '-.*$')${place === undefined ? sql`` : sql`, ${placeColumns(place)}`}
    where case_id = ${caseId}`;
}

export interface Ending {
  readonly outcome: Outcome;
  /** Where it went, or why it is not considered. */
  readonly note?: string;
}

function placeColumns({ words, houseId, lat, lon }: Place): RawBuilder<unknown> {
  return sql`place = ${words}, house_id = ${houseId ?? null}, lat = ${lat ?? null}, lon = ${lon ?? null}`;
}

/** The outcome with its day, and whether the term was kept. */
export function writeEnding(
  found: CaseInHand,
  at: Date,
  { outcome, note = '' }: Ending,
): RawBuilder<unknown> {
  const on = kyivDate(at);
  const days = Math.max(0, toEpochDay(on) - toEpochDay(kyivDate(found.registeredAt)));
  const inTerm = found.dueOn === null ? null : on <= found.dueOn;
  return sql`
    update appeals.appeals set outcome = ${outcome}, outcome_day = ${on}, days = ${days}, in_term = ${inTerm},
      closing_note = ${note}
    where case_id = ${found.id}`;
}

export interface AppealRow {
  readonly day: string;
  readonly countedFrom: string;
  readonly index: string;
  readonly channel: Card['channel'];
  readonly kind: Card['kind'];
  readonly sign: Card['sign'];
  readonly subject: Card['subject'];
  readonly sex: Sex;
  readonly document: Document;
  readonly people: number;
  readonly deputy: Card['deputy'];
  readonly priority: boolean;
  readonly categories: string[];
  readonly status: string | null;
  readonly text: string;
  readonly sender: string;
  readonly place: string;
  readonly houseId: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly outcome: Outcome | null;
  readonly outcomeDay: string | null;
  readonly inTerm: boolean | null;
  readonly closingNote: string;
  readonly done: 'yes' | 'partly' | 'no' | null;
  readonly mark: number | null;
  readonly synthetic: string | null;
}

/** @throws Refusal 404. */
export async function getAppealRow(tx: Transaction, caseId: string): Promise<AppealRow> {
  const { rows } = await sql<AppealRow>`
    select day, counted_from as "countedFrom", index, channel, kind, sign, subject, sex, document, people,
           deputy, priority, categories, status, text, sender, place, house_id as "houseId", lat, lon, outcome, outcome_day as "outcomeDay",
           in_term as "inTerm", closing_note as "closingNote", done, mark, synthetic
    from appeals.appeals where case_id = ${caseId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw notFound('cases:refusals.noSuchCase');
  return row;
}

/** One deed on an appeal: locked, judged, written, journalled. */
export async function advanceAppeal(
  deed: Deed,
  caseId: string,
  change: CaseChange | ((found: CaseInHand) => CaseChange),
): Promise<AdvancedCase> {
  const done = await advanceCase(deed, APPEAL, caseId, change);
  deed.about({ kind: 'case', id: caseId });
  if (done.state !== done.before.state) deed.changed('state', done.before.state, done.state);
  return done;
}
