import { cyrillicTwins } from '../../kernel/registers/cyrillic-twins.ts';

/** What a street can be (ДСТУ-like list of kinds); `short` stands in an address line. */
export const STREET_KINDS = [
  'street',
  'lane',
  'avenue',
  'boulevard',
  'square',
  'passage',
  'dead-end',
  'descent',
  'highway',
  'embankment',
  'alley',
  'quarter',
] as const;
export type StreetKind = (typeof STREET_KINDS)[number];

/** An address is a Ukrainian text in every language of the screen, so its words stand here. */
export const KIND_WORDS: Readonly<Record<StreetKind, { readonly short: string; readonly full: string }>> = {
  street: { short: 'вул.', full: 'вулиця' },
  lane: { short: 'пров.', full: 'провулок' },
  avenue: { short: 'просп.', full: 'проспект' },
  boulevard: { short: 'бульв.', full: 'бульвар' },
  square: { short: 'пл.', full: 'площа' },
  passage: { short: 'проїзд', full: 'проїзд' },
  'dead-end': { short: 'тупик', full: 'тупик' },
  descent: { short: 'узвіз', full: 'узвіз' },
  highway: { short: 'шосе', full: 'шосе' },
  embankment: { short: 'наб.', full: 'набережна' },
  alley: { short: 'алея', full: 'алея' },
  quarter: { short: 'мкрн', full: 'мікрорайон' },
};

const SETTLEMENT_WORDS = { city: 'м.', settlement: 'с-ще', village: 'с.' } as const;
export type SettlementKind = keyof typeof SETTLEMENT_WORDS;

/** A name of a street in force in `[validFrom, validTo)`; null: without bound. */
export interface StreetName {
  readonly kind: StreetKind;
  readonly name: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** The decision that gave it. */
  readonly act: string | null;
}

export interface Address {
  readonly id: string;
  readonly streetId: string;
  /** `12`, `12/3`, `12-А`. */
  readonly number: string;
  readonly settlement: { readonly code: string; readonly kind: SettlementKind; readonly name: string };
  readonly district: { readonly code: string; readonly name: string } | null;
  readonly postcode: string | null;
  readonly flatsFrom: number | null;
  readonly flatsTo: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** The newest first. */
  readonly streetNames: readonly StreetName[];
}

/** The name in force on a date; the oldest one where the date lies before all of them. */
export function nameOn(names: readonly StreetName[], on: string): StreetName | undefined {
  const inForce = names.find(
    ({ validFrom, validTo }) => (validFrom === null || validFrom <= on) && (validTo === null || on < validTo),
  );
  return inForce ?? names.at(-1);
}

/** «вул. Театральна». */
export function streetLine({ kind, name }: Pick<StreetName, 'kind' | 'name'>): string {
  return `${KIND_WORDS[kind].short} ${name}`;
}

/** «м. Кропивницький, вул. Театральна, 12-А», as the street was called on that date. */
export function addressLine(
  address: Pick<Address, 'settlement' | 'streetNames' | 'number'>,
  on: string,
): string {
  const name = nameOn(address.streetNames, on);
  const { kind, name: settlement } = address.settlement;
  const parts = [`${SETTLEMENT_WORDS[kind]} ${settlement}`, name && streetLine(name), address.number];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** A house number as the register writes it («12 а» → `12-А`), or null for what is none. */
export function houseNumber(text: string): string | null {
  const plain = cyrillicTwins(text.trim().toLocaleUpperCase('uk')).replaceAll(/["«»“”№\s]/g, '');
  const parts = /^(\d{1,4})(?:[/\\-](\d{1,4}))?-?([А-ЯҐЄІЇ])?$/.exec(plain);
  if (parts === null) return null;
  const [, house, fraction, letter] = parts;
  return `${house}${fraction === undefined ? '' : `/${fraction}`}${letter === undefined ? '' : `-${letter}`}`;
}

export function numberKey(number: string): string {
  return number.replace('-', '').toLocaleLowerCase('uk');
}
