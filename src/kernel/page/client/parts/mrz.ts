/** The machine-readable zone of an ID card (ICAO Doc 9303-5, TD1): three lines of 30 signs. */
export interface Mrz {
  readonly issuer: string;
  readonly documentNumber: string;
  /** ISO; the century is guessed: nobody was born in the future. */
  readonly birthDate: string;
  readonly sex: 'F' | 'M' | null;
  readonly expiresOn: string;
  readonly nationality: string;
  /** Latin letters as on the card: they are compared with the paper, never written as the name. */
  readonly surname: string;
  readonly givenNames: string;
  /** УНЗР of a Ukrainian card, `19840607-12345`; null where there is none. */
  readonly recordNumber: string | null;
}

const LINE = /^[A-Z0-9<]{30}$/;

export function isMrzLine(text: string): boolean {
  return LINE.test(text);
}

/** Null where it is no TD1 zone or one of its check digits is wrong. */
export function parseMrz(lines: readonly string[], today: string): Mrz | null {
  const [first = '', second = '', third = ''] = lines;
  if (lines.length !== 3 || ![first, second, third].every(isMrzLine)) return null;
  const composite = first.slice(5, 30) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29);
  const isRight =
    checks(first.slice(5, 14), first[14]) &&
    checks(second.slice(0, 6), second[6]) &&
    checks(second.slice(8, 14), second[14]) &&
    checks(composite, second[29]);
  const birthDate = dateOf(second.slice(0, 6), today);
  const expiresOn = dateOf(second.slice(8, 14), null);
  if (!isRight || birthDate === null || expiresOn === null) return null;
  const [surname = '', givenNames = ''] = third.split('<<').map(words);
  const record = /^(\d{8})(\d{5})/.exec(first.slice(15).replace('-', ''));
  return {
    issuer: words(first.slice(2, 5)),
    documentNumber: words(first.slice(5, 14)),
    birthDate,
    sex: second[7] === 'F' || second[7] === 'M' ? second[7] : null,
    expiresOn,
    nationality: words(second.slice(15, 18)),
    surname,
    givenNames,
    recordNumber: record === null ? null : `${record[1]}-${record[2]}`,
  };
}

function words(text: string): string {
  return text.replaceAll('<', ' ').trim();
}

/** Weights 7, 3, 1 over 0–9, A–Z as 10–35 and `<` as 0. */
export function checkDigit(text: string): number {
  const weights = [7, 3, 1] as const;
  const values = Array.from(text, (sign) => (sign === '<' ? 0 : Number.parseInt(sign, 36)));
  return values.reduce((sum, value, index) => sum + value * (weights[index % 3] ?? 0), 0) % 10;
}

function checks(text: string, digit: string | undefined): boolean {
  return String(checkDigit(text)) === digit;
}

/** `YYMMDD`; births lie not after `today`, ends of validity in this century. */
function dateOf(text: string, today: string | null): string | null {
  if (!/^\d{6}$/.test(text)) return null;
  const rest = `-${text.slice(2, 4)}-${text.slice(4)}`;
  const inThisCentury = `20${text.slice(0, 2)}${rest}`;
  const date = today !== null && inThisCentury > today ? `19${text.slice(0, 2)}${rest}` : inThisCentury;
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date ? null : date;
}
