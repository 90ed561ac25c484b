import { inUkrainianLayout, nearestWord } from './nearest-word.ts';
import type { Service } from './service.ts';

/** Ukrainian words change at their end, so a word is known by its beginning: `пенсію` finds «пенсія». */
function stem(word: string): string {
  if (word.length <= 3) return word;
  return word.slice(0, Math.max(3, word.length - (word.length > 6 ? 3 : word.length > 4 ? 2 : 1)));
}

/** Words in small letters: every apostrophe is left out, Russian letters are read as their Ukrainian neighbours. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/['’ʼ`´′"«»„“”]/gu, '')
    .replace(/[ыэёъ]/gu, (letter) => ({ ы: 'и', э: 'е', ё: 'е' })[letter] ?? '')
    .split(/[^\p{L}\p{N}-]+/u)
    .map((word) => word.replace(/^-+|-+$/g, ''))
    .filter((word) => word.length > 1 || /\d/.test(word));
}

const NOISE = new Set(
  'як де що для або та на до за про по із від мені треба хочу потрібно мій моя моє я мене у в зі зробити the of for to a my how'.split(
    ' ',
  ),
);

export interface SearchEntry {
  readonly service: Service;
  /** Each everyday phrase as it is compared, and its place: the most usual stands first. */
  readonly phrases: ReadonlyMap<string, number>;
  readonly everyday: readonly string[];
  readonly name: readonly string[];
  readonly other: readonly string[];
}

export interface Found {
  readonly services: readonly Service[];
  /** The words that were looked for where they were not the ones written; null otherwise. */
  readonly readAs: string | null;
}

export function searchEntry(service: Service): SearchEntry {
  return {
    service,
    phrases: new Map(service.everydayWords.map((phrase, place) => [askedWords(phrase).join(' '), place])),
    everyday: service.everydayWords.flatMap(wordsOf),
    name: [...wordsOf(service.name), ...wordsOf(service.nameEn), service.code],
    other: [...service.documents, service.result, ...service.providers.map((p) => p.name)].flatMap(wordsOf),
  };
}

function askedWords(text: string): string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !NOISE.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * Services that fit the words, best first: every word must be found, the person's own words weigh
 * more than the law's, and a whole everyday phrase weighs most. Nothing found by all words: by any.
 * A word that stands nowhere is read as the nearest one that does.
 */
export function rankServices(entries: readonly SearchEntry[], query: string): Found {
  const asked = askedWords(query);
  if (asked.length === 0) return { services: entries.map((entry) => entry.service), readAs: null };
  const words = knownWords(entries, query, asked);
  const readAs = words.join(' ') === asked.join(' ') ? null : words.join(' ');
  const phrase = words.join(' ');
  const scored = entries.map((entry) => ({ service: entry.service, ...scoreOf(entry, words, phrase) }));
  const whole = scored.filter((one) => one.found === words.length);
  const kept = whole.length > 0 ? whole : scored.filter((one) => one.found > 0);
  const services = kept.toSorted((a, b) => b.found - a.found || b.score - a.score).map((one) => one.service);
  return { services, readAs: services.length === 0 ? null : readAs };
}

const LATIN_ONLY = /^[a-z[\];',.\s]+$/i;

function knownWords(entries: readonly SearchEntry[], query: string, asked: readonly string[]): string[] {
  const isKnown = (word: string) => entries.some((entry) => wordScore(entry, word) > 0);
  if (LATIN_ONLY.test(query) && !asked.every(isKnown)) {
    const meant = askedWords(inUkrainianLayout(query));
    if (meant.every(isKnown)) return meant;
  }
  const vocabulary = () => entries.flatMap((entry) => [...entry.everyday, ...entry.name]);
  return asked.map((word) => (isKnown(word) ? word : nearestWord(word, vocabulary())));
}

function scoreOf(
  entry: SearchEntry,
  asked: readonly string[],
  phrase: string,
): { found: number; score: number } {
  let found = 0;
  const place = entry.phrases.get(phrase);
  let score = place === undefined ? 0 : 20 - place;
  for (const word of asked) {
    const points = wordScore(entry, word);
    if (points > 0) found += 1;
    score += points;
  }
  // Of two that fit alike, the shorter name is the plainer service.
  return { found, score: score - entry.name.length * 0.02 };
}

function wordScore(entry: SearchEntry, word: string): number {
  const start = stem(word);
  const fits = (list: readonly string[]) => list.some((one) => one.startsWith(start));
  if (entry.everyday.includes(word)) return 8;
  if (fits(entry.everyday)) return 6;
  if (entry.name.includes(word)) return 5;
  if (fits(entry.name)) return 4;
  return fits(entry.other) ? 1 : 0;
}
