import { between, makeId, pickWeighted, type Random, randomOf } from './random.ts';
import type { Deed, KeyedDeed } from './planned-deed.ts';
import { dealOut, NOT_STATED, scaleVoice, type VoiceCounts } from './scale-voice.ts';
import { spread } from './spread.ts';
import type { Step } from './step.ts';
import { dayAfter, momentOf, rangeOfDay, workingDays } from './voice-days.ts';
import type { VoiceFile } from './voice-file.ts';

export interface VoicePlan {
  readonly file: VoiceFile;
  readonly scale: number;
  readonly seed: number;
  readonly registrars: readonly string[];
  readonly operators: readonly string[];
  /** Specialists of the body that the file lets answer the requests. */
  readonly executors: readonly string[];
  /** Blocks whose system the server does not have are left out. */
  readonly without: ReadonlySet<keyof VoiceFile>;
}

/** An outcome is left: the question stays under review, as the source says. */
const OPEN = 'under-review';
const LANES = 2;

interface Day {
  readonly date: string;
  readonly streams: readonly (readonly Deed[])[];
  readonly later: readonly (readonly Deed[])[];
}

/** The year in steps; the same file, scale and seed give the same deeds with the same keys. */
export function* planVoice(plan: VoicePlan, deedsPerStep: number): Generator<Step> {
  const prefix = `voice/${plan.file.year}/${plan.seed}/${plan.scale}`;
  let gathered: Day[] = [];
  let count = 0;
  for (const day of planDays(plan, prefix)) {
    gathered.push(day);
    count += sizeOf(day);
    if (count < deedsPerStep) continue;
    yield stepOf(gathered, prefix);
    gathered = [];
    count = 0;
  }
  if (gathered.length > 0) yield stepOf(gathered, prefix);
}

function stepOf(days: readonly Day[], prefix: string): Step {
  const gather = (name: string, pick: (day: Day) => readonly (readonly Deed[])[]) =>
    Array.from({ length: Math.max(...days.map((day) => pick(day).length)) }, (_, lane) =>
      days.flatMap((day) =>
        (pick(day)[lane] ?? []).map(
          (deed, place): KeyedDeed => ({ ...deed, key: `${prefix}/${day.date}/${name}${lane}/${place}` }),
        ),
      ),
    );
  const first = gather('first', ({ streams }) => streams);
  const second = gather('later', ({ later }) => later);
  const deeds = days.reduce((sum, day) => sum + sizeOf(day), 0);
  return { through: days.at(-1)?.date ?? '', first, second, ratings: [], deeds, visitors: deeds };
}

function sizeOf({ streams, later }: Day): number {
  return [...streams, ...later].reduce((sum, stream) => sum + stream.length, 0);
}

function* planDays(plan: VoicePlan, prefix: string): Generator<Day> {
  const days = workingDays(plan.file.year);
  const counts = scaleVoice(plan.file, plan.scale);
  const agenda = days.map(() => Array.from({ length: LANES }, (): Deed[] => []));
  const work: Work = { plan, days, agenda, prefix };
  const makers = [
    appealsOf(work, counts),
    requestsOf(work, counts),
    callsOf(work, counts),
    receptionOf(work, counts),
  ];
  for (const [index, date] of days.entries()) {
    const streams = makers.map((make) => make(index));
    const later = (agenda[index] ?? []).map((lane) => lane.toSorted((one, other) => one.at - other.at));
    yield { date, streams, later };
  }
}

interface Work {
  readonly plan: VoicePlan;
  readonly days: readonly string[];
  /** By day, in lanes: what happens to a case later stays in the case's lane. */
  readonly agenda: readonly (readonly Deed[][])[];
  readonly prefix: string;
}

/** The deeds of the day of that index. */
type Maker = (index: number) => readonly Deed[];

/** Deals `count` things evenly over the days. */
function daily({ days }: Work, count: number, make: (at: number, thing: number, day: number) => Deed): Maker {
  return (index) => {
    const { from, to } = rangeOfDay(count, days.length, index);
    const date = days[index] ?? '';
    return Array.from({ length: to - from }, (_, place) =>
      make(momentOf(date, place, to - from), from + place, index),
    );
  };
}

function appealsOf(work: Work, { questions: counts }: VoiceCounts): Maker {
  const { file, registrars, without } = work.plan;
  const { questions } = file;
  if (questions === undefined || without.has('questions')) return () => [];
  const outcomes = dealOut(counts.outcomes);
  const topics = topicsOf(file, counts.topics);
  const appeals = groupOf(outcomes, questions.perAppeal.weights, randomOf(work.prefix, 'appeals'));
  return daily(work, appeals.length, (at, thing, day) => {
    const { from, to } = appeals[thing] ?? { from: 0, to: 0 };
    const random = randomOf(work.prefix, 'appeal', thing);
    const id = makeId(random, at);
    const by = registrars[thing % registrars.length] ?? '';
    const own = outcomes.slice(from, to);
    if (!own.includes(OPEN)) {
      const on = dayAfter(work.days, day, between(random, questions.days.from, questions.days.to));
      const answeredAt = Math.max(at + 60_000, momentOf(work.days[on] ?? '', thing % 97, 97));
      const input = { caseId: id, outcomes: own.map((outcome, index) => ({ no: index + 1, outcome })) };
      work.agenda[on]?.[thing % LANES]?.push({ action: 'appeals.record-outcome', at: answeredAt, by, input });
    }
    return {
      action: 'appeals.register-appeal',
      at,
      by,
      input: {
        id,
        channel: NOT_STATED,
        kind: NOT_STATED,
        sign: NOT_STATED,
        subject: NOT_STATED,
        questions: topics.slice(from, to).map((topic) => ({ topic })),
        synthetic: questions.label,
      },
    };
  });
}

/** Printed topics first; the rest is dealt out by the file's invented shares, or stays not stated. */
function topicsOf({ questions }: VoiceFile, whole: VoiceCounts['questions']['topics']): readonly string[] {
  const shares = Object.entries(questions?.topicShares?.shares ?? {});
  if (shares.length === 0) return dealOut(whole);
  const rest = whole.parts.find(({ code }) => code === NOT_STATED)?.count ?? 0;
  const counts = spread(
    rest,
    shares.map(([, share]) => share),
  );
  const invented = shares.map(([code], index) => ({ code, count: counts[index] ?? 0 }));
  const printed = whole.parts.filter(({ code }) => code !== NOT_STATED);
  return dealOut({ count: whole.count, parts: [...printed, ...invented] });
}

/** Neighbouring questions become one appeal; one under review stands alone, for an appeal is answered as a whole. */
function groupOf(
  outcomes: readonly string[],
  weights: Readonly<Record<string, number>>,
  random: Random,
): readonly { readonly from: number; readonly to: number }[] {
  const sizes = Object.keys(weights).map(Number);
  const groups: { from: number; to: number }[] = [];
  for (let from = 0; from < outcomes.length; ) {
    const wanted = sizes[pickWeighted(random, Object.values(weights))] ?? 1;
    const open = outcomes.indexOf(OPEN, from);
    const until = open < 0 ? outcomes.length : open === from ? from + 1 : open;
    const to = Math.min(from + wanted, until);
    groups.push({ from, to });
    from = to;
  }
  return groups;
}

function requestsOf(work: Work, { requests: counts }: VoiceCounts): Maker {
  const { file, registrars, executors, without } = work.plan;
  const { requests } = file;
  if (requests === undefined || without.has('requests')) return () => [];
  const channels = dealOut(counts);
  return daily(work, counts.count, (at, thing, day) => {
    const id = makeId(randomOf(work.prefix, 'request', thing), at);
    const registrar = registrars[thing % registrars.length] ?? '';
    const on = dayAfter(work.days, day, 3);
    const answeredAt = Math.max(at + 60_000, momentOf(work.days[on] ?? '', thing % 89, 89));
    const by = executors[thing % executors.length] ?? '';
    const take = { action: 'information-requests.take-request', by, at: Math.max(at + 1, answeredAt - 1) };
    const answer = { action: 'information-requests.answer-request', by, at: answeredAt };
    work.agenda[on]?.[thing % LANES]?.push(
      { ...take, input: { caseId: id } },
      { ...answer, input: { caseId: id, answer: requests.answer } },
    );
    const channel = channels[thing] === NOT_STATED ? 'other' : channels[thing];
    const { subject, body, unit: unitCode, label: synthetic } = requests;
    return {
      action: 'information-requests.register-request',
      at,
      by: registrar,
      input: { id, channel, subject, body, unitCode, synthetic },
    };
  });
}

function callsOf(work: Work, { calls: count }: VoiceCounts): Maker {
  const { file, operators, without } = work.plan;
  const { calls } = file;
  if (calls === undefined || without.has('calls')) return () => [];
  return daily(work, count, (at, thing) => ({
    action: 'hotline.record-call',
    at,
    by: operators[thing % operators.length] ?? '',
    input: {
      id: makeId(randomOf(work.prefix, 'call', thing), at),
      outcome: NOT_STATED,
      synthetic: calls.label,
    },
  }));
}

function receptionOf(work: Work, { reception: counts }: VoiceCounts): Maker {
  const { file, registrars, without } = work.plan;
  const { reception } = file;
  if (reception === undefined || without.has('reception')) return () => [];
  const outcomes = dealOut(counts);
  return daily(work, counts.count, (at, thing) => ({
    action: 'reception.record-question',
    at,
    by: registrars[thing % registrars.length] ?? '',
    input: {
      id: makeId(randomOf(work.prefix, 'reception', thing), at),
      outcome: outcomes[thing],
      synthetic: reception.label,
    },
  }));
}
