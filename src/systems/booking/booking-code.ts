import { randomBytes, randomInt } from 'node:crypto';
import { ticketCode } from '../queue/index.ts';

/** Eight letters that cannot be mistaken for one another; some 10¹² of them, so nobody guesses a stranger's visit. */
export function freshCode(): string {
  return ticketCode(randomBytes(32)) ?? freshCode();
}

const LEAST_RETURN_MINUTES = 5;
const MOST_RETURN_MINUTES = 45;

/** When a cancelled visit may be booked again: nobody knows, so nobody can pass it on for money. */
export function returnMoment(now: Date): Date {
  return new Date(now.getTime() + randomInt(LEAST_RETURN_MINUTES * 60, MOST_RETURN_MINUTES * 60) * 1000);
}
