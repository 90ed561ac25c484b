import { type Random, pick, pickWeighted } from './random.ts';
import type { Offers, OfferedService } from './replay-city.ts';
import type { Line, Sector, YearFile } from './year-file.ts';
import { SECTORS } from './year-file.ts';

/** An application that will be filed on a day; who files it and when comes later. */
export interface Draft {
  readonly line: string;
  /** Null = not itemised in the source. */
  readonly service: OfferedService | null;
  /** Code of the body that decides; invented where nothing is itemised. */
  readonly body: string;
  readonly sector: Sector;
}

/** The day's applications, line by line: a service that was in force and a body that gives it. */
export function draftApplications(
  { file, offers }: { readonly file: YearFile; readonly offers: Offers },
  date: string,
  counts: readonly number[],
  random: Random,
): readonly Draft[] {
  return file.lines.flatMap((line, index) => {
    const count = counts[index] ?? 0;
    if (count === 0) return [];
    if (line.reportGroup === null)
      return draftUnknown(file, offers.anyBody(date), date, { line, count }, random);
    return draftOffered(offers.of(line, date), file.hallwork.popularity, { line, count }, random);
  });
}

interface Lot {
  readonly line: Line;
  readonly count: number;
}

function draftOffered(
  offers: ReturnType<Offers['of']>,
  popularity: number,
  { line, count }: Lot,
  random: Random,
): readonly Draft[] {
  const weights = offers.map((_, rank) => (rank + 1) ** -popularity);
  return Array.from({ length: count }, () => {
    const offer = offers[pickWeighted(random, weights)];
    if (offer === undefined) throw new RangeError(`no service of the line ${line.line}`);
    const body =
      offer.bodies[
        pickWeighted(
          random,
          offer.bodies.map((_, rank) => 4 ** -rank),
        )
      ] ?? '';
    return { line: line.line, service: offer.service, body, sector: offer.service.sector };
  });
}

function draftUnknown(
  { hallwork, opening }: YearFile,
  bodies: readonly string[],
  date: string,
  { line, count }: Lot,
  random: Random,
): readonly Draft[] {
  // The social sector came with the new centre.
  const weights = SECTORS.map((sector) =>
    sector === 'social' && date < opening.on ? 0 : hallwork.notItemisedSectors[sector],
  );
  return Array.from({ length: count }, () => ({
    line: line.line,
    service: null,
    body: pick(random, bodies),
    sector: SECTORS[pickWeighted(random, weights)] ?? 'administrative',
  }));
}
