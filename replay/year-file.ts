import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const share = z.number().min(0).max(1);
const count = z.int().min(0);
/** The words of the source; null only where a number follows from others. */
const quote = z.string().min(5).nullable();
/** What the source does not say: it must be labelled, and say why it is needed. */
const invented = { synthetic: z.literal(true), why: z.string().min(5) };

export const SECTORS = ['registration', 'social', 'administrative'] as const;
export type Sector = (typeof SECTORS)[number];

const line = z.object({
  /** Code of the report's line in `applications.registered`. */
  line: z.string(),
  /** Whose services; null = not itemised in the source. */
  reportGroup: z.string().nullable(),
  /** Only applications filed to this body; it takes no part in other lines. */
  provider: z.string().optional(),
  /** The first day that the line counts. */
  from: z.iso.date().optional(),
  count,
  quote,
  derived: z.string().optional(),
});

/** A year of a centre as its report prints it, and what a replay has to invent beside it. */
const yearFile = z.object({
  year: z.int(),
  hall: z.string(),
  centre: z.string(),
  source: z.object({ title: z.string(), publisher: z.string() }),
  visitors: z.object({ count, quote }),
  applications: z.object({ count, quote }),
  lines: z.array(line).min(1),
  residents: z.object({ count, quote }),
  opening: z.object({
    on: z.iso.date(),
    quote,
    visitorsGrowthPercent: z.number(),
    documentsGrowthPercent: z.number(),
    growthQuote: z.string(),
    readAs: z.string(),
  }),
  ratings: z.object({
    positivePercent: z.number(),
    quote,
    sample: z.object({ ...invented, count, positive: count }),
  }),
  atDate: z.array(
    z.object({
      name: z.string(),
      figure: z.string(),
      where: z.record(z.string(), z.string()).optional(),
      on: z.iso.date(),
      count,
      quote,
    }),
  ),
  reception: z.object({
    ...invented,
    weekly: z.array(
      z.object({ weekday: z.literal([1, 2, 3, 4, 5, 6, 7]), from: z.string(), to: z.string() }),
    ),
    closures: z.array(z.object({ from: z.iso.date(), to: z.iso.date(), reason: z.string() })),
  }),
  months: z.object({
    ...invented,
    shares: z.record(z.string().regex(/^\d{4}-\d{2}$/), z.number().positive()),
  }),
  hallwork: z.object({
    ...invented,
    /** Of those called, who does not come. */
    noShowShare: share,
    consultations: count,
    notItemisedSectors: z.record(z.enum(SECTORS), share),
    /** Exponent by which a service is asked for less often than the one before it in the catalogue. */
    popularity: z.number().min(0),
    /** By line: how many applicants are bodies, not persons. */
    legalPersonShare: z.record(z.string(), share),
  }),
  course: z.object({
    ...invented,
    pausedShare: share,
    refusedShare: share,
    refusalReasons: z.array(z.string()).min(1),
    handedOutShare: share,
    lateShare: share,
    /** By the body's code. */
    lateBodies: z.record(z.string(), share),
    notItemisedTermDays: z.int().positive(),
  }),
  /** What of a record was invented, in a few words. */
  labels: z.object({ itemised: z.string(), notItemised: z.string(), consultation: z.string() }),
});
export type YearFile = z.output<typeof yearFile>;
export type Line = YearFile['lines'][number];

export function hasYearFile(year: number): boolean {
  return existsSync(pathOf(year));
}

function pathOf(year: number): string {
  return join(import.meta.dirname, 'years', `${year}.json`);
}

/** @throws where there is no such file, or it is not whole. */
export function readYearFile(year: number): YearFile {
  const file = yearFile.parse(JSON.parse(readFileSync(pathOf(year), 'utf8')));
  const sum = file.lines.reduce((total, { count: of }) => total + of, 0);
  if (sum !== file.applications.count)
    throw new Error(`The lines of ${year} add up to ${sum}, not to ${file.applications.count}`);
  return file;
}
