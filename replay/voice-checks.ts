import { NOT_STATED, scaleVoice, type Whole } from './scale-voice.ts';
import type { VoiceFile } from './voice-file.ts';
import type { YearCheck } from './year-checks.ts';

const IN_KYIV = `(c.registered_at at time zone 'Europe/Kyiv')::date between $1::date and $2::date`;
const QUESTIONS = `from kernel.case_questions q join kernel.cases c on c.id = q.case_id
  where c.kind = 'appeals.appeal' and ${IN_KYIV}`;
const REQUESTS = `from information_requests.requests r join kernel.cases c on c.id = r.case_id where ${IN_KYIV}`;

/** A block of the file: its figure, the dimension of its parts, and a count by hand of the same. */
interface Checked {
  readonly name: string;
  readonly figure: string;
  readonly by: string;
  readonly whole: Whole;
  readonly from: string;
  readonly column: string;
}

/** Every number that the file prints, and every remainder that its source does not state. */
export function voiceChecks(
  file: VoiceFile,
  scale: number,
  without: ReadonlySet<keyof VoiceFile>,
): readonly YearCheck[] {
  const { questions, calls, requests, reception } = scaleVoice(file, scale);
  const year: readonly [string, string] = [`${file.year}-01-01`, `${file.year}-12-31`];
  const has = (block: keyof VoiceFile) => file[block] !== undefined && !without.has(block);
  const hasTopics = (file.questions?.topics.length ?? 0) > 0;
  const blocks: readonly Checked[] = [
    ...(has('questions')
      ? [
          {
            name: 'questions',
            figure: 'appeals.questions',
            by: 'outcome',
            whole: questions.outcomes,
            from: QUESTIONS,
            column: `coalesce(q.outcome, 'under-review')`,
          },
        ]
      : []),
    ...(has('questions') && hasTopics && file.questions?.topicShares === undefined
      ? [
          {
            name: 'topics',
            figure: 'appeals.questions',
            by: 'topic',
            whole: questions.topics,
            from: QUESTIONS,
            column: 'q.topic',
          },
        ]
      : []),
    ...(has('requests')
      ? [
          {
            name: 'requests',
            figure: 'information-requests.received',
            by: 'channel',
            whole: requests,
            from: REQUESTS,
            column: 'r.channel',
          },
        ]
      : []),
    ...(has('calls')
      ? [
          {
            name: 'calls',
            figure: 'hotline.calls',
            by: 'outcome',
            whole: { count: calls, parts: [] },
            from: `from hotline.calls t where t.day between $1::date and $2::date`,
            column: 't.outcome',
          },
        ]
      : []),
    ...(has('reception')
      ? [
          {
            name: 'reception',
            figure: 'reception.questions',
            by: 'outcome',
            whole: reception,
            from: `from reception.questions t where t.day between $1::date and $2::date`,
            column: 't.outcome',
          },
        ]
      : []),
  ];
  return blocks.flatMap((block) => checksOf(block, year));
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
