import { z } from 'zod';
import { personal } from '../../kernel/actions/define.ts';
import {
  CHANNELS,
  type Channel,
  type Document,
  DOCUMENTS,
  KINDS,
  type Kind,
  NO_TOPIC,
  OUTCOMES,
  type Outcome,
  type Sex,
  SEXES,
  type Sign,
  SIGNS,
} from './appeal.ts';
import { type ClassifierEntry, inForce } from './classifier.ts';
import { type JournalWords, journalWords, plainWord } from './journal-words.ts';

/** One transaction writes a file whole, so it may not be a city's whole archive. */
export const MOST_ROWS = 2_000;
/** No journal is older; terms and the calendar reach so far back. */
const EARLIEST = '2000-01-01';

/** As spreadsheets and people write it: 2019-03-05 or 05.03.2019. */
const day = z
  .string('appeals:input.dateWrong')
  .trim()
  .transform((text) => text.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, isoOf))
  .pipe(z.iso.date('appeals:input.dateWrong'));
const word = z.string().max(300).optional();

function isoOf(_: string, date: string, month: string, year: string): string {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** A row of a past journal as its file says it; words are judged by `planJournal`. */
export const journalRow = z.object({
  /** What the journal itself calls the appeal. */
  number: z.string('appeals:input.numberMissing').trim().min(1, 'appeals:input.numberMissing').max(100),
  day,
  channel: word,
  kind: word,
  sign: word,
  author: personal(word),
  address: personal(z.string().max(500).optional()),
  topic: word,
  text: personal(z.string().max(20_000).optional()),
  outcome: word,
  answeredOn: day.optional(),
  sex: word,
  document: word,
});
export type JournalRow = z.output<typeof journalRow>;

/** Which journal it is: numbers begin anew in every book. */
export const sourceInput = z
  .string('appeals:input.sourceMissing')
  .trim()
  .min(3, 'appeals:input.sourceMissing')
  .max(100);

export const PROBLEMS = [
  'twice',
  'tooOld',
  'future',
  'unknown',
  'topicUnknown',
  'answeredEarly',
  'answeredMissing',
] as const;
export const JOURNAL_FIELDS = journalRow.keyof().options;

export const rowPlan = z.object({
  kind: z.enum(['new', 'known', 'bad']),
  problems: z.array(z.object({ field: z.enum(JOURNAL_FIELDS), problem: z.enum(PROBLEMS) })),
});
type Problem = z.output<typeof rowPlan>['problems'][number];

/** An appeal of the past in the words of this system. */
export interface PastAppeal {
  readonly number: string;
  readonly day: string;
  readonly channel: Channel;
  readonly kind: Kind;
  readonly sign: Sign;
  readonly topic: string;
  /** Left out: as the journal's channel and the author's patronymic tell. */
  readonly sex?: Sex;
  readonly document?: Document;
  /** `null`: the journal does not say that it was answered. */
  readonly ending: { readonly outcome: Outcome; readonly day: string } | null;
}

export interface PlannedRow extends z.output<typeof rowPlan> {
  /** Where there is nothing to mend. */
  readonly appeal: PastAppeal | null;
}

export interface KnownJournal {
  readonly classifier: readonly ClassifierEntry[];
  /** Numbers of this source that were brought before. */
  readonly numbers: ReadonlySet<string>;
  readonly today: string;
}

/** What each row would do, without writing; a number brought before does nothing. */
export function planJournal(rows: readonly JournalRow[], known: KnownJournal): readonly PlannedRow[] {
  const words = journalWords(known.classifier);
  const seen = new Set<string>();
  return rows.map((row) => {
    const planned = planRow(row, known, words);
    if (seen.has(row.number)) return bad([{ field: 'number', problem: 'twice' }]);
    seen.add(row.number);
    return known.numbers.has(row.number) ? { kind: 'known', problems: [], appeal: null } : planned;
  });
}

function bad(problems: Problem[]): PlannedRow {
  return { kind: 'bad', problems, appeal: null };
}

function planRow(row: JournalRow, { classifier, today }: KnownJournal, words: JournalWords): PlannedRow {
  const problems: Problem[] = [...wrongDays(row, today)];
  const read = <Value extends string>(
    field: 'channel' | 'kind' | 'sign' | 'outcome' | 'sex' | 'document',
    values: readonly Value[],
  ): Value | undefined => {
    const given = row[field];
    const own = words[field].get(plainWord(given ?? 'not-stated'));
    const value = values.find((one) => one === own);
    if (value === undefined) problems.push({ field, problem: 'unknown' });
    return value;
  };
  const channel = read('channel', CHANNELS);
  const kind = read('kind', KINDS);
  const sign = read('sign', SIGNS);
  const outcome = read('outcome', OUTCOMES);
  const sex = row.sex === undefined ? undefined : read('sex', SEXES);
  const document = row.document === undefined ? undefined : read('document', DOCUMENTS);
  const topic = topicOf(row.topic, inForce(classifier, 'topic', row.day));
  if (topic === undefined) problems.push({ field: 'topic', problem: 'topicUnknown' });
  const isWhole = channel && kind && sign && outcome && topic;
  if (!isWhole || problems.length > 0) return bad(problems);
  const ending = row.answeredOn === undefined ? null : { outcome, day: row.answeredOn };
  const { number, day: on } = row;
  const told = { ...(sex && { sex }), ...(document && { document }) };
  return {
    kind: 'new',
    problems: [],
    appeal: { number, day: on, channel, kind, sign, topic, ending, ...told },
  };
}

function wrongDays({ day: on, answeredOn, outcome }: JournalRow, today: string): readonly Problem[] {
  if (on > today) return [{ field: 'day', problem: 'future' }];
  if (on < EARLIEST) return [{ field: 'day', problem: 'tooOld' }];
  if (answeredOn === undefined)
    return outcome === undefined ? [] : [{ field: 'answeredOn', problem: 'answeredMissing' }];
  if (answeredOn > today) return [{ field: 'answeredOn', problem: 'future' }];
  return answeredOn < on ? [{ field: 'answeredOn', problem: 'answeredEarly' }] : [];
}

/** By code, with the zeros that a spreadsheet cuts off, or by label; both as they held on the day. */
function topicOf(given: string | undefined, topics: readonly ClassifierEntry[]): string | undefined {
  if (given === undefined) return NO_TOPIC;
  const asked = plainWord(given);
  return topics.find(
    ({ code, label, labelEn }) =>
      code === asked.padStart(3, '0') ||
      [code, label, labelEn, `${code} ${label}`].some((name) => plainWord(name) === asked),
  )?.code;
}
