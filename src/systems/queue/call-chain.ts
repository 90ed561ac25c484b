import { createHash } from 'node:crypto';
import type { CallRecord } from './call-store.ts';

/** A call as a line of the public log: what anyone with a ticket in hand can check. */
export interface CallLine {
  readonly number: string;
  readonly sector: string;
  readonly window: number;
  readonly reason: string;
  readonly calledAt: string;
  readonly joinedAt: string;
  readonly orderKey: string;
}

export interface SealedLine extends CallLine {
  /** sha256 (hex) of the previous hash, a line feed and the line's text. */
  readonly hash: string;
}

export function lineOf(call: CallRecord): CallLine {
  return {
    number: call.number,
    sector: call.sector,
    window: call.window_number,
    reason: call.reason,
    calledAt: call.called_at.toISOString(),
    joinedAt: call.joined_at.toISOString(),
    orderKey: call.order_key.toISOString(),
  };
}

/** The text that is hashed: the fields in this order, a vertical bar between. */
export function textOf(line: CallLine): string {
  return [
    line.number,
    line.sector,
    line.window,
    line.reason,
    line.calledAt,
    line.joinedAt,
    line.orderKey,
  ].join('|');
}

/** The hash before the first line: of the hall and the day, so that no two days begin alike. */
export function firstHash(hall: string, day: string): string {
  return sha256(`${hall}|${day}`);
}

/** Each line with the hash that holds all lines before it. */
export function chainCalls(hall: string, day: string, lines: readonly CallLine[]): readonly SealedLine[] {
  let previous = firstHash(hall, day);
  return lines.map((line) => {
    previous = sha256(`${previous}\n${textOf(line)}`);
    return { ...line, hash: previous };
  });
}

/** The hash of the last line; of the empty day its first hash. */
export function headOf(hall: string, day: string, sealed: readonly SealedLine[]): string {
  return sealed.at(-1)?.hash ?? firstHash(hall, day);
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
