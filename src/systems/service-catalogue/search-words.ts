import type { Service } from './service.ts';

/** Ukrainian words change at their end, so a word is known by its beginning: `пенсію` finds «пенсія». */
function stem(word: string): string {
  if (word.length <= 3) return word;
  return word.slice(0, Math.max(3, word.length - (word.length > 6 ? 3 : word.length > 4 ? 2 : 1)));
}

export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/['’ʼ`"«»]/g, '')
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word.length > 1 || /\d/.test(word));
}

const NOISE = new Set(['як', 'де', 'що', 'для', 'або', 'та', 'на', 'до', 'за', 'про', 'по', 'із', 'від', 'мені', 'треба', 'хочу', 'потрібно', 'the', 'of', 'for', 'to']);

export interface SearchEntry {
  readonly service: Service;
  readonly everyday: readonly string[];
  readonly name: readonly string[];
  readonly other: readonly string[];
}

export function searchEntry(service: Service): SearchEntry {
  return {
    service,
    everyday: service.everydayWords.flatMap(wordsOf),
    name: [...wordsOf(service.name), ...wordsOf(service.nameEn), service.code],
    other: [...service.documents, service.result, ...service.providers.map((p) => p.name)].flatMap(wordsOf),
  };
}

/**
 * Services that fit the words, best first: every word must be found, the person's own words weigh
 * more than the law's, and a whole everyday phrase weighs most. Nothing found by all words: by any.
 */
export function rankServices(entries: readonly SearchEntry[], query: string): readonly Service[] {
  const asked = wordsOf(query).filter((word) => !NOISE.has(word));
  if (asked.length === 0) return entries.map((entry) => entry.service);
  const phrase = asked.join(' ');
  const scored = entries.map((entry) => ({ service: entry.service, ...scoreOf(entry, asked, phrase) }));
  const whole = scored.filter((one) => one.found === asked.length);
  const kept = whole.length > 0 ? whole : scored.filter((one) => one.found > 0);
  return kept.toSorted((a, b) => b.found - a.found || b.score - a.score).map((one) => one.service);
}

function scoreOf(entry: SearchEntry, asked: readonly string[], phrase: string): { found: number; score: number } {
  let found = 0;
  let score = entry.service.everydayWords.some((words) => words.toLowerCase() === phrase) ? 20 : 0;
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
