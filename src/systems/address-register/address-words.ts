import { houseNumber, KIND_WORDS, type StreetKind } from './address.ts';

/** An address as one types it, taken apart. */
export interface AddressWords {
  /** In small letters, without apostrophes; `''` where nothing is left. */
  readonly street: string;
  readonly kind: StreetKind | null;
  /** As the register writes it: `12-А`. */
  readonly number: string | null;
  readonly flat: string | null;
  readonly settlement: string | null;
}

const SETTLEMENT = /^\s*(?:м|місто|смт|с-ще|селище|с|село)(?:\.\s*|\s+)([^,\d]+?)\s*,\s*/;
const FLAT = /[,\s]\s*(?:квартира|кв|кімната|кім)\.?\s*№?\s*(\d{1,4}[а-яґєії]?)\s*$/;
const HOUSE =
  /[,\s]\s*(?:(?:будинок|буд|б)\.?\s*)?№?\s*(\d{1,4}(?:\s*[/-]\s*\d{1,4})?(?:\s*-?\s*[а-яґєіїa-z])?)\s*$/;

const KIND_NAMES: Readonly<Record<StreetKind, readonly string[]>> = {
  street: ['вулиця', 'вулиці', 'вулицю', 'вул', 'ул'],
  lane: ['провулок', 'провулку', 'пров', 'пер'],
  avenue: ['проспект', 'проспекті', 'просп', 'пр-т', 'пр-кт'],
  boulevard: ['бульвар', 'бульварі', 'бульв', 'бул', 'б-р'],
  square: ['площа', 'площі', 'пл'],
  passage: ['проїзд', 'пр-д'],
  'dead-end': ['тупик', 'туп'],
  descent: ['узвіз'],
  highway: ['шосе'],
  embankment: ['набережна', 'наб'],
  alley: ['алея'],
  quarter: ['мікрорайон', 'мкрн', 'мкр', 'м-н'],
};
const KINDS = new Map(
  Object.values<StreetKind>(Object.keys(KIND_WORDS).filter(isKind)).flatMap((kind) =>
    KIND_NAMES[kind].map((word) => [word, kind] as const),
  ),
);

function isKind(text: string): text is StreetKind {
  return text in KIND_WORDS;
}

/** «вул. Кільцева, 12 кв. 5» → street «кільцева», number `12`, flat `5`. Never throws. */
export function parseAddress(text: string): AddressWords {
  let rest = text.slice(0, 300).toLocaleLowerCase('uk').replaceAll(/\s+/g, ' ').trim();
  const settlement = SETTLEMENT.exec(rest);
  if (settlement !== null) rest = rest.slice(settlement[0].length);
  const flat = FLAT.exec(rest);
  if (flat !== null) rest = rest.slice(0, flat.index);
  const house = HOUSE.exec(rest);
  const number = house === null ? null : houseNumber(house[1] ?? '');
  if (house !== null && number !== null) rest = rest.slice(0, house.index);
  const { street, kind } = withoutKind(rest);
  return {
    street,
    kind,
    number,
    flat: flat?.[1] ?? null,
    settlement: settlement === null ? null : plainWords(settlement[1] ?? ''),
  };
}

/** The kind may stand before the name or after it: «вул. Шевченка», «Студентський бульвар». */
function withoutKind(text: string): { readonly street: string; readonly kind: StreetKind | null } {
  const words = text.split(/[\s,]+/).flatMap((word) => word.split(/(?<=\p{L}\.)(?=\p{L})/u));
  const kindOf = (word: string | undefined) => KINDS.get((word ?? '').replace(/\.$/, '')) ?? null;
  const first = kindOf(words[0]);
  if (first !== null && words.length > 1)
    return { street: plainWords(words.slice(1).join(' ')), kind: first };
  const last = kindOf(words.at(-1));
  if (last !== null && words.length > 1)
    return { street: plainWords(words.slice(0, -1).join(' ')), kind: last };
  return { street: plainWords(words.join(' ')), kind: null };
}

/** As the database keeps it in `found_by`: small letters, without apostrophes, hyphens as spaces, ґ as г. */
export function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('uk')
    .replaceAll('ґ', 'г')
    .replaceAll(/['’ʼ`´]/g, '')
    .replaceAll(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();
}
