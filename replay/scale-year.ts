import { spread } from './spread.ts';
import type { YearFile } from './year-file.ts';

/** How much is replayed: the document's own counts at scale 1. */
export interface YearCounts {
  readonly visitors: number;
  readonly applications: number;
  /** By the code of the line; they add up to `applications`. */
  readonly lines: ReadonlyMap<string, number>;
  readonly residents: number;
  readonly consultations: number;
  readonly ratings: number;
  readonly positive: number;
}

/** Smaller years for tests: rounded so that parts still add up to their total. */
export function scaleYear(file: YearFile, scale: number): YearCounts {
  const scaled = (count: number) => Math.round(count * scale);
  const applications = scaled(file.applications.count);
  const lines = spread(
    applications,
    file.lines.map(({ count }) => count),
  );
  const visitors = scaled(file.visitors.count);
  const { sample } = file.ratings;
  const ratings = Math.min(visitors, scaled(sample.count));
  return {
    visitors,
    applications,
    lines: new Map(file.lines.map(({ line }, index) => [line, lines[index] ?? 0])),
    residents: scaled(file.residents.count),
    consultations: scaled(file.hallwork.consultations),
    ratings,
    positive: Math.round((ratings * sample.positive) / sample.count),
  };
}
