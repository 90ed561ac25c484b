import { birthDateOf, isRnokpp } from '../../kernel/cases/applicant-code.ts';

export const SEXES = ['female', 'male'] as const;
export const DOCUMENT_KINDS = ['id-card', 'passport', 'birth-certificate', 'permit', 'other'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export const RESIDENCE_KINDS = ['declared', 'registered'] as const;
export const GROUNDS = [
  'ownership',
  'owner-consent',
  'lease',
  'with-parents',
  'court',
  'transferred',
  'other',
] as const;
/** Why a residence ended; `moved-within` is written by the next registration alone. */
export const END_GROUNDS = [
  'moved-away',
  'own-wish',
  'owner-wish',
  'court',
  'death',
  'mistake',
  'moved-within',
] as const;
export const CHANGE_GROUNDS = ['civil-status', 'new-document', 'correction', 'court', 'import'] as const;

/** Reasons offered to who opens a person's card; another may be typed. */
export const LOOK_REASONS = ['application', 'certificate', 'correction', 'inquiry', 'own-request'] as const;

/** `YYYYMMDD-NNNNN` (RULEBOOK §10: the date and the form only). */
export function isUnzr(unzr: string, birthDate: string | null): boolean {
  const parts = /^(\d{4})(\d{2})(\d{2})-\d{5}$/.exec(unzr);
  if (parts === null) return false;
  const date = `${parts[1]}-${parts[2]}-${parts[3]}`;
  return birthDate === null ? !Number.isNaN(Date.parse(date)) : date === birthDate;
}

/** The form of a document's number by its kind; kinds without a form of their own take any. */
export function isDocumentNumber(kind: DocumentKind, number: string): boolean {
  switch (kind) {
    case 'id-card':
      return /^\d{9}$/.test(number);
    case 'passport':
      return /^[А-ЯҐЄІЇ]{2}\d{6}$/.test(number);
    case 'birth-certificate':
      return /^[IVX1\u0406]{1,3}-?[А-ЯҐЄІЇ]{2}\d{6}$/u.test(number);
    case 'permit':
    case 'other':
      return /^[\p{L}\d-]{3,20}$/u.test(number);
  }
}

/** «кт 123 456» → `КТ123456`. */
export function plainDocumentNumber(number: string): string {
  return number.replaceAll(/[\s№]/g, '').toLocaleUpperCase('uk');
}

export type RnokppProblem = 'form' | 'birthDate' | 'sex';

/** What contradicts a РНОКПП: its check digit, the day of birth or the sex that it carries (RULEBOOK §10). */
export function rnokppProblem(
  rnokpp: string,
  birthDate: string | null,
  sex: (typeof SEXES)[number] | null,
): RnokppProblem | null {
  if (!isRnokpp(rnokpp)) return 'form';
  if (birthDate !== null && birthDateOf(rnokpp) !== birthDate) return 'birthDate';
  const isMale = Number(rnokpp[8]) % 2 === 1;
  return sex !== null && isMale !== (sex === 'male') ? 'sex' : null;
}

/** A flat as it is kept («12 а» → `12А`), or null for what is none. */
export function flatNumber(text: string): string | null {
  const flat = text
    .replaceAll(/[\s.№-]/g, '')
    .toLocaleUpperCase('uk')
    .replace(/^(?:КВАРТИРА|КВ)/, '');
  return /^\d{1,4}[А-ЯҐЄІЇ]?$/.test(flat) ? flat : null;
}

/** «м. Кропивницький, вул. Світла, 7, кв. 12». */
export function wholeAddress(line: string, flat: string | null): string {
  return flat === null ? line : `${line}, кв. ${flat}`;
}
