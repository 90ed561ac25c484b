import { randomBytes } from 'node:crypto';
import type { Transaction } from '../../kernel/database/database.ts';
import { kyivTime } from '../../kernel/calendar/kyiv-time.ts';
import { takeNumber } from '../../kernel/numbering/index.ts';
import { findLearnedDurations, readCrowd } from './estimate-store.ts';
import type { Sector } from './sector.ts';
import { numberBook, ticketCode, ticketNumber } from './ticket-number.ts';
import { type Crowd, estimateWait, expectedSeconds, type WaitEstimate } from './wait-estimate.ts';

export interface Joining {
  readonly hall: string;
  readonly day: string;
  readonly now: Date;
  readonly sector: Sector;
  readonly service: { readonly code: string; readonly averageMinutes: number } | null;
  readonly imported: boolean;
}

/** The next number of the sector's book of the day, with a fresh code. Locks the book until the commit. */
export async function takeTicketNumber(
  tx: Transaction,
  { hall, sector, day, imported }: Pick<Joining, 'hall' | 'sector' | 'day' | 'imported'>,
): Promise<{ seq: number; number: string; code: string }> {
  const seq = await takeNumber(tx, numberBook(hall, sector, day, imported), Number(day.slice(0, 4)));
  return { seq, number: ticketNumber(sector, seq), code: freshCode() };
}

function freshCode(): string {
  return ticketCode(randomBytes(32)) ?? freshCode();
}

/** How long the ticket will take at the window, in seconds. Imports learn nothing and are promised nothing. */
export async function expectDuration(tx: Transaction, joining: Joining): Promise<number> {
  const cardMinutes = joining.service?.averageMinutes;
  const learned = joining.imported
    ? { ofServiceInHour: undefined, ofService: undefined, ofSector: undefined }
    : await findLearnedDurations(tx, {
        sector: joining.sector,
        serviceCode: joining.service?.code ?? null,
        hour: Number(kyivTime(joining.now).slice(0, 2)),
      });
  return expectedSeconds({ ...learned, cardMinutes });
}

export interface Outlook {
  readonly ahead: number;
  readonly wait: WaitEstimate | null;
}

const NO_CROWD: Crowd = {
  ahead: 0,
  aheadSeconds: 0,
  aheadSquares: 0,
  atWindows: 0,
  atWindowsSeconds: 0,
  atWindowsSquares: 0,
  windows: 0,
  ownWindows: 0,
};

/** How many stand before this place, and how long that takes. */
export async function lookAhead(
  tx: Transaction,
  joining: Pick<Joining, 'hall' | 'day' | 'sector' | 'imported'>,
  orderKey: Date,
): Promise<Outlook> {
  // The number is not taken yet: among equals of one moment a newcomer stands last.
  const place = { order_key: orderKey, seq: 2 ** 31 - 1, id: LAST_ID };
  const crowd = joining.imported ? NO_CROWD : await readCrowd(tx, { ...joining, place });
  return { ahead: crowd.ahead, wait: estimateWait(crowd) };
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
