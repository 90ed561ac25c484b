const MAX_INDEXED = 60;
const MAX_ASKED = 8;

/**
 * Texts as the words they are found by: small letters, without apostrophes and accents (so «Мар'яна»,
 * «Маряна» and «Мар’яна» are one, and й ї ґ match и і г), each once.
 */
export function wordsOf(...texts: readonly (string | null | undefined)[]): readonly string[] {
  const words = texts.flatMap((text) => (text === null || text === undefined ? [] : split(text)));
  return [...new Set(words)].slice(0, MAX_INDEXED);
}

/**
 * What a person typed as a tsquery: all words, each by its beginning, without the Ukrainian ending
 * (`субсидію` → `субсид:*`). `null` when there is nothing to look for.
 */
export function queryOf(text: string): string | null {
  const words = wordsOf(text).slice(0, MAX_ASKED);
  return words.length === 0 ? null : words.map((word) => `${stem(word)}:*`).join(' & ');
}

function split(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('ґ', 'г')
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’ʼ`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => firstLetters(word, 40));
}

// An ending has one letter (хата), two (субсидія) or three (житлового); a short word would lose itself.
function stem(word: string): string {
  if (/\d/.test(word) || word.length < 5) return word;
  const ending = word.length < 7 ? 1 : word.length < 9 ? 2 : 3;
  return firstLetters(word, word.length - ending);
}

// By whole letters: half of a rare one would be no letter, and break the query.
function firstLetters(word: string, count: number): string {
  return word.length <= count ? word : Array.from(word).slice(0, count).join('');
}
