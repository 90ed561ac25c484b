import { isEdrpou, isRnokpp } from '../../kernel/cases/applicant-code.ts';
import { kyivDate, kyivTime } from '../../kernel/calendar/kyiv-time.ts';
import { isIban } from './bank-codes.ts';
import { type Money, toKopiykas } from './money.ts';

/** Both formats are mandatory since 01.11.2025 (НБУ resolution 97 of 19.08.2025; RULEBOOK §10). */
export const QR_FORMATS = ['003', '002'] as const;
export type QrFormat = (typeof QR_FORMATS)[number];

export interface PaymentOrder {
  readonly recipient: string;
  readonly iban: string;
  readonly amount: Money;
  /** ЄДРПОУ or РНОКПП of the recipient. */
  readonly recipientCode: string;
  readonly reference: string;
  readonly purpose: string;
  readonly createdAt: Date;
}

const PREFIX: Readonly<Record<QrFormat, string>> = {
  '003': 'https://qr.bank.gov.ua/',
  '002': 'https://bank.gov.ua/qr/',
};
export const MOST_URL = 507;
const UTF_8 = '1';
/** All fields locked: the payer's bank lets nothing be changed. */
const ALL_LOCKED = 'FFFF';
/** Hryvnias of the format: 999 999 999,99. */
const MOST_KOPIYKAS = 99_999_999_999n;

/** A field that the format does not take; `field` names it. */
export class WrongPaymentField extends Error {
  readonly field: keyof PaymentOrder | 'url';

  constructor(field: keyof PaymentOrder | 'url') {
    super(`the payment QR does not take this ${field}`);
    this.field = field;
  }
}

/** 17 lines of format 003. The order is that of RULEBOOK §10. */
export function linesOf003(order: PaymentOrder): readonly string[] {
  return [
    'BCD',
    '003',
    UTF_8,
    'UCT',
    '', // reserved
    order.recipient,
    order.iban,
    `UAH${order.amount}`,
    order.recipientCode,
    '', // category: left out, the fee is none of the listed kinds
    order.reference,
    order.purpose,
    '', // display: the purpose itself is shown
    ALL_LOCKED,
    '', // valid until: a due has no last day
    stampOf(order.createdAt),
    '', // the signature, reserved
  ];
}

/** 13 lines of format 002: the code travels in the purpose, for it has no lines for reference and lock. */
export function linesOf002(order: PaymentOrder): readonly string[] {
  return [
    'BCD',
    '002',
    UTF_8,
    'UCT',
    '',
    order.recipient,
    order.iban,
    `UAH${order.amount}`,
    order.recipientCode,
    '',
    '',
    order.purpose,
    '',
  ];
}

/** The address that a bank's application opens. @throws WrongPaymentField */
export function paymentLink(format: QrFormat, order: PaymentOrder): string {
  const wrong = findWrongField(order);
  if (wrong !== undefined) throw new WrongPaymentField(wrong);
  const lines = format === '003' ? linesOf003(order) : linesOf002(order);
  const url = `${PREFIX[format]}${Buffer.from(lines.join('\n'), 'utf8').toString('base64url')}`;
  if (url.length > MOST_URL) throw new WrongPaymentField('url');
  return url;
}

function findWrongField(order: PaymentOrder): keyof PaymentOrder | undefined {
  const kopiykas = toKopiykas(order.amount);
  if (!fits(order.recipient, 140)) return 'recipient';
  if (!isIban(order.iban)) return 'iban';
  if (kopiykas <= 0n || kopiykas > MOST_KOPIYKAS) return 'amount';
  if (!isEdrpou(order.recipientCode) && !isRnokpp(order.recipientCode)) return 'recipientCode';
  if (!fits(order.reference, 35)) return 'reference';
  return fits(order.purpose, 420) ? undefined : 'purpose';
}

/** One line, of so many characters as a reader counts them: a line feed would shift all that follows. */
function fits(text: string, most: number): boolean {
  return (
    text !== '' &&
    text === text.trim() &&
    !/[\p{Cc}\u2028\u2029]/u.test(text) &&
    Array.from(text).length <= most
  );
}

/** `YYMMDDhhmmss` by Kyiv's clocks. */
function stampOf(at: Date): string {
  const seconds = `${at.getUTCSeconds()}`.padStart(2, '0');
  return `${kyivDate(at).slice(2).replaceAll('-', '')}${kyivTime(at).replace(':', '')}${seconds}`;
}
