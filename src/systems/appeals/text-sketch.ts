import { wordsOf } from '../../kernel/cases/search-words.ts';

/**
 * Like texts are found by MinHash: of a text's words we keep the least values of eighty hash
 * functions, four by four as twenty numbers. Two texts that share two thirds of their words have at
 * least one number in common in 98 cases of 100, half of them in 72, a tenth in one of 500; so an
 * index of numbers finds what is alike among a million texts by looking at some thousands.
 */
const BANDS = 20;
const ROWS = 4;
/** Words that stand in every letter and tell nothing of it. */
const COMMON = new Set(
  wordsOf(
    'прошу вас вами нам нас мене мені який яка яке які що щоб або але для при про від над під час був була було були бути цього цієї той того тому також вже буде дуже може можна немає кропивницький кропивницького місто міста міської рада ради шановний шановна шановні доброго дня',
  ),
);
/** By the first letters words of one stem are one, whatever their ending. */
const STEM = 5;

/** Twenty numbers, the same for the same words in any order; `null` for a text without words. */
export function sketchOf(text: string): readonly number[] | null {
  const stems = new Set(
    wordsOf(text)
      .filter((word) => word.length > 2 && !COMMON.has(word))
      .map((word) => word.slice(0, STEM)),
  );
  if (stems.size === 0) return null;
  const hashes = [...stems].map(hashOf);
  return Array.from({ length: BANDS }, (_, band) => bandOf(hashes, band));
}

function bandOf(hashes: readonly number[], band: number): number {
  let value = Math.imul(band + 1, 0x9e3779b1);
  for (let row = 0; row < ROWS; row++) {
    const seed = Math.imul(band * ROWS + row + 1, 0x85ebca6b);
    let least = 0xffffffff;
    for (const hash of hashes) {
      const mixed = mix(hash ^ seed);
      if (mixed < least) least = mixed;
    }
    value = mix(value ^ least);
  }
  // As PostgreSQL's four-byte integer has it.
  return value | 0;
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** «Коваленко Олена Іванівна» and «Коваленко О. І.» are one: surname and the first letters after it. */
export function authorKey(name: string | null | undefined): string {
  const [surname, ...names] = wordsOf(name);
  if (surname === undefined) return '';
  return [surname, ...names.slice(0, 2).map((word) => word.slice(0, 1))].join(' ');
}

/** Street, house and flat without the words that people leave out («вул.», «буд.», «кв.»). */
export function addressKey(address: string | null | undefined): string {
  const skipped = new Set([
    'вул',
    'вулиця',
    'м',
    'місто',
    'буд',
    'будинок',
    'кв',
    'квартира',
    'кропивницькии',
    'кропивницький',
  ]);
  return wordsOf(address)
    .filter((word) => !skipped.has(word))
    .slice(0, 8)
    .join(' ');
}
