import { NOT_STATED, scaleVoice, type Whole } from './scale-voice.ts';
import type { VoiceFile } from './voice-file.ts';
import type { YearCheck } from './year-checks.ts';

const IN_KYIV = `(c.registered_at at time zone 'Europe/Kyiv')::date between $1::date and $2::date`;
const QUESTIONS = `from kernel.case_questions q join kernel.cases c on c.id = q.case_id
  where c.kind = 'appeals.appeal' and ${IN_KYIV}`;
const REQUESTS = `from information_requests.requests r join kernel.cases c on c.id = r.case_id where ${IN_KYIV}`;

/** A block of the file: its figure, the dimension of its parts, and a count by hand of the same. */
interface Checked {
  readonly block: keyof VoiceFile;
  readonly name: string;
  readonly figure: string;
  readonly by: string;
  readonly whole: Whole;
  readonly from: string;
  readonly column: string;
}

const OF_DAY = `t where t.day between $1::date and $2::date`;

/** Every number that the file prints, and every remainder that its source does not state. */
export function voiceChecks(
  file: VoiceFile,
  scale: number,
  without: ReadonlySet<keyof VoiceFile>,
): readonly YearCheck[] {
  const year: readonly [string, string] = [`${file.year}-01-01`, `${file.year}-12-31`];
  return blocksOf(file, scale)
    .filter(({ block }) => file[block] !== undefined && !without.has(block))
    .flatMap((block) => checksOf(block, year));
}

function blocksOf(file: VoiceFile, scale: number): readonly Checked[] {
  const { questions, calls, requests, reception } = scaleVoice(file, scale);
  const asked = { block: 'questions', figure: 'appeals.questions', from: QUESTIONS } as const;
  const ofOutcome = `coalesce(q.outcome, 'under-review')`;
  // Where topics were dealt out by invention, the file prints none to compare.
  const isPrinted = file.questions?.topicShares === undefined && (file.questions?.topics ?? []).length > 0;
  return [
    { ...asked, name: 'questions', by: 'outcome', whole: questions.outcomes, column: ofOutcome },
    ...(isPrinted
      ? [{ ...asked, name: 'topics', by: 'topic', whole: questions.topics, column: 'q.topic' }]
      : []),
    {
      block: 'requests',
      name: 'requests',
      figure: 'information-requests.received',
      by: 'channel',
      whole: requests,
      from: REQUESTS,
      column: 'r.channel',
    },
    {
      block: 'calls',
      name: 'calls',
      figure: 'hotline.calls',
      by: 'outcome',
      whole: { count: calls, parts: [] },
      from: `from hotline.calls ${OF_DAY}`,
      column: 't.outcome',
    },
    {
      block: 'reception',
      name: 'reception',
      figure: 'reception.questions',
      by: 'outcome',
      whole: reception,
      from: `from reception.questions ${OF_DAY}`,
      column: 't.outcome',
    },
  ];
}

function checksOf(
  { name, figure, by, whole, from, column }: Checked,
  year: readonly [string, string],
): YearCheck[] {
  const query = (more: Readonly<Record<string, string>>) =>
    `/api/figures/${figure}?${new URLSearchParams({ from: year[0], to: year[1], ...more }).toString()}`;
  const total: YearCheck = {
    name,
    document: whole.count,
    figure: query({}),
    sql: `select count(*)::int as value ${from}`,
    params: year,
  };
  const parts = whole.parts
    .filter(({ code, count }) => count > 0 || code !== NOT_STATED)
    .map(
      ({ code, count }): YearCheck => ({
        name: `${name} ${code}`,
        document: count,
        figure: query({ [by]: code }),
        sql: `select count(*)::int as value ${from} and ${column} = $3`,
        params: [...year, code],
      }),
    );
  return [total, ...parts];
}
