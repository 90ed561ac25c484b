/** Those before a person who joins now (or whose place is known), and the windows that receive them. */
export interface Crowd {
  /** Waiting before the person. */
  readonly ahead: number;
  /** What those before are expected to take at a window, together. */
  readonly aheadSeconds: number;
  /** Sum of the squares of the same. */
  readonly aheadSquares: number;
  /** Called or served now at the windows of the sector. */
  readonly atWindows: number;
  readonly atWindowsSeconds: number;
  readonly atWindowsSquares: number;
  /** Open windows that receive the sector. */
  readonly windows: number;
  /** The same windows, each divided by the number of sectors it receives. */
  readonly ownWindows: number;
}

/** Minutes, from and to. */
export interface WaitEstimate {
  readonly from: number;
  readonly to: number;
}

/** Service times scatter: their deviation is about 0.8 of their mean, as in the field's own logs. */
const SPREAD = 0.8;
/** 1.28 deviations to each side hold four truths of five. */
const DEVIATIONS = 1.28;
const STEP_MINUTES = 5;

/**
 * An honest interval: `null` when no window of the sector is open. The lower end counts on every
 * window that receives the sector, the upper one on the sector's own share of windows that receive
 * others too. Time for which the hall is frozen is in neither.
 */
export function estimateWait(crowd: Crowd): WaitEstimate | null {
  if (crowd.windows === 0) return null;
  const free = Math.max(0, crowd.windows - crowd.atWindows);
  if (crowd.ahead < free) return { from: 0, to: STEP_MINUTES };
  // A service seen at a random moment has half of itself left.
  const work = crowd.aheadSeconds + crowd.atWindowsSeconds / 2;
  const deviation = SPREAD * Math.sqrt(crowd.aheadSquares + crowd.atWindowsSquares / 4);
  const least = (work - DEVIATIONS * deviation) / crowd.windows / 60;
  const most = (work + DEVIATIONS * deviation) / Math.max(crowd.ownWindows, Number.EPSILON) / 60;
  const from = Math.max(0, Math.floor(least / STEP_MINUTES) * STEP_MINUTES);
  return { from, to: Math.max(from + STEP_MINUTES, Math.ceil(most / STEP_MINUTES) * STEP_MINUTES) };
}

/** Where nothing was learned and the card tells nothing. */
export const DEFAULT_SERVICE_SECONDS = 12 * 60;

/**
 * What a ticket is expected to take at a window, in seconds: learned of the service in that hour,
 * else of the service, else the card's average, else learned of the sector, else the default.
 */
export function expectedSeconds(known: {
  readonly ofServiceInHour: number | undefined;
  readonly ofService: number | undefined;
  readonly cardMinutes: number | undefined;
  readonly ofSector: number | undefined;
}): number {
  const card = known.cardMinutes === undefined ? undefined : known.cardMinutes * 60;
  return known.ofServiceInHour ?? known.ofService ?? card ?? known.ofSector ?? DEFAULT_SERVICE_SECONDS;
}
