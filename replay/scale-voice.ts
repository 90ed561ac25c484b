import { spread } from './spread.ts';
import type { VoiceFile, VoiceLine } from './voice-file.ts';

/** A whole with its printed parts and, last, what the source does not state. */
export interface Whole {
  readonly count: number;
  readonly parts: readonly { readonly code: string; readonly count: number }[];
}

export const NOT_STATED = 'not-stated';

export interface VoiceCounts {
  readonly questions: { readonly outcomes: Whole; readonly topics: Whole };
  readonly calls: number;
  readonly requests: Whole;
  readonly reception: Whole;
}

/** The file's own counts at scale 1; smaller years for tests, whose parts still add up to their wholes. */
export function scaleVoice(file: VoiceFile, scale: number): VoiceCounts {
  const { questions, calls, requests, reception } = file;
  const asked = questions?.count ?? 0;
  return {
    questions: {
      outcomes: wholeOf(asked, questions?.outcomes ?? [], scale),
      topics: wholeOf(asked, questions?.topics ?? [], scale),
    },
    calls: Math.round((calls?.count ?? 0) * scale),
    requests: wholeOf(requests?.count ?? 0, requests?.channels ?? [], scale),
    reception: wholeOf(reception?.count ?? 0, reception?.outcomes ?? [], scale),
  };
}

function wholeOf(count: number, lines: readonly VoiceLine[], scale: number): Whole {
  const stated = lines.reduce((sum, line) => sum + line.count, 0);
  const parts = [...lines, { code: NOT_STATED, count: count - stated }];
  const scaled = Math.round(count * scale);
  const counts = spread(
    scaled,
    parts.map((part) => part.count),
  );
  return { count: scaled, parts: parts.map(({ code }, index) => ({ code, count: counts[index] ?? 0 })) };
}

/** One code a thing, mixed evenly through the year: each code's share of every stretch is its share of the whole. */
export function dealOut({ count, parts }: Whole): readonly string[] {
  const places = parts.flatMap(({ code, count: of }) =>
    Array.from({ length: of }, (_, index) => ({ code, at: (index + 0.5) / of })),
  );
  return places
    .toSorted((left, right) => left.at - right.at)
    .map(({ code }) => code)
    .slice(0, count);
}
