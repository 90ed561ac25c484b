/** Remainder of a decimal number of any length by 97, digit by digit. */
function mod97(digits: string): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

/** `UA` + 2 check digits + 6 of the bank + 19 of the account; ISO 13616, mod 97 = 1 (RULEBOOK §10). */
export function isIban(text: string): boolean {
  if (!/^UA\d{27}$/.test(text)) return false;
  // The country and the check digits go to the end; U = 30, A = 10.
  return mod97(`${text.slice(4)}3010${text.slice(2, 4)}`) === 1;
}

/** An IBAN as people copy it: with spaces, in small letters, its UA in Cyrillic. */
export function plainIban(text: string): string {
  return text
    .replace(/[\s\u00a0]/g, '')
    .toUpperCase()
    .replace(/^УА/, 'UA')
    .replace(/А/g, 'A');
}

/** «UA47 3052 9900 …»: groups of four, as banks print it. */
export function groupedIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}

const CODE_DIGITS = 12;

/** Ten given digits and two check digits by ISO 7064 (mod 97-10): a slip of one digit or a swap is seen. */
export function payCodeOf(digits: string): string {
  return `${digits}${`${98 - mod97(`${digits}00`)}`.padStart(2, '0')}`;
}

export function isPayCode(text: string): boolean {
  return text.length === CODE_DIGITS && /^\d+$/.test(text) && mod97(text) === 1;
}

/** A code as typed or read aloud: with spaces and dashes. Null where it is none. */
export function parsePayCode(text: string): string | null {
  const digits = text.replace(/[\s\u00a0\-–.]/g, '');
  return isPayCode(digits) ? digits : null;
}

/** «4821 7730 5416». */
export function groupedPayCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}

const MOST_FOUND = 40;

/**
 * Everything in a payment's purpose that may be one of our codes: banks and people add and take away
 * spaces and dashes, so each twelve digits in a row count. Which of them are codes, the dues say.
 */
export function findPayCodes(purpose: string): readonly string[] {
  const found = new Set<string>();
  for (const [run] of purpose.matchAll(/\d(?:[\s\u00a0\-–.]{0,2}\d){11,}/g)) {
    const digits = run.replace(/\D/g, '');
    for (let at = 0; at + CODE_DIGITS <= digits.length && found.size < MOST_FOUND; at += 1) {
      const code = digits.slice(at, at + CODE_DIGITS);
      if (isPayCode(code)) found.add(code);
    }
  }
  return [...found];
}
