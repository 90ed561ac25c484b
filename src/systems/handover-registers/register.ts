import { type Actor, hasRole } from '../../kernel/actions/actor.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import { formatCaseNumber, normalizeCaseNumber } from '../../kernel/cases/case-number.ts';
import { APPLICATION_BOOK } from '../applications/index.ts';
import type { Tone } from '../../kernel/page/components/tags.tsx';

/** `out`: papers to a body; `back`: results to the Centre. */
export const DIRECTIONS = ['out', 'back'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const STATES = ['made', 'handed-over', 'received', 'cancelled'] as const;
export type RegisterState = (typeof STATES)[number];

export const TRANSITIONS: Readonly<Record<RegisterState, readonly RegisterState[]>> = {
  made: ['handed-over', 'cancelled'],
  'handed-over': ['received'],
  received: [],
  cancelled: [],
};

export const TONES: Readonly<Record<RegisterState, Tone>> = {
  made: 'waiting',
  'handed-over': 'going',
  received: 'done',
  cancelled: 'plain',
};

/** @throws Refusal where the register is past it. */
export function requireMove(from: RegisterState, to: RegisterState): void {
  if (!TRANSITIONS[from].includes(to)) throw new Refusal(`handover-registers:refusals.already.${from}`);
}

type Side = 'sender' | 'receiver';

/**
 * Administrators keep both sides of the book, for many bodies have nobody in this system; a specialist
 * acts for the own body and on its side only. @throws Refusal 403
 */
export function requireSide(
  register: { readonly direction: Direction; readonly unitId: string },
  side: Side,
  actor: Actor,
): void {
  if (hasRole(actor, 'administrator')) return;
  const bodySide: Side = register.direction === 'out' ? 'receiver' : 'sender';
  if (actor.unitId === register.unitId && side === bodySide) return;
  throw new Refusal('handover-registers:refusals.otherSide', {}, 403);
}

/** A specialist sees the registers of the own body. @throws Refusal 403 */
export function requireMaySee(unitId: string, actor: Actor): void {
  if (hasRole(actor, 'administrator', 'head', 'auditor') || actor.unitId === unitId) return;
  throw new Refusal('handover-registers:refusals.otherSide', {}, 403);
}

/** «12/2026»; results go in a book of their own. */
export function registerNumber({ number, year }: { readonly number: number; readonly year: number }): string {
  return `${number}/${year}`;
}

/** Twelve digits: 7 for papers, 8 for results; the year, the number. Digits read alike on every keyboard. */
export function registerBarcode(direction: Direction, year: number, number: number): string {
  return `${direction === 'out' ? 7 : 8}${year}${`${number}`.padStart(7, '0')}`;
}

/**
 * What a case's bars say: 9, the year, the number. Digits, for Code 128 knows no Cyrillic, and a scanner's
 * keys write digits whatever language the keyboard is set to. Null for numbers of another book.
 */
export function caseBarcode(number: string): string | null {
  const [, year, seq] = CASE_NUMBER.exec(number) ?? [];
  return year === undefined || seq === undefined ? null : `9${year}${seq.padStart(7, '0')}`;
}

const CASE_NUMBER = new RegExp(`^${APPLICATION_BOOK.letters}-(20\\d{2})-(\\d{6,7})$`);

export type Scanned =
  | { readonly kind: 'register'; readonly barcode: string }
  | { readonly kind: 'case'; readonly number: string };

/** Whatever a scanner or a person put into the one field. */
export function readScan(text: string): Scanned {
  const plain = text.trim();
  if (/^[78]20\d{9}$/.test(plain)) return { kind: 'register', barcode: plain };
  const [, year, seq] = /^9(20\d{2})(\d{7})$/.exec(plain) ?? [];
  if (year === undefined || seq === undefined) return { kind: 'case', number: normalizeCaseNumber(plain) };
  return { kind: 'case', number: formatCaseNumber(APPLICATION_BOOK.letters, Number(year), Number(seq)) };
}
