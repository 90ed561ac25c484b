/** Keys of the Ukrainian layout in the order of the Latin ones: `ghjgbcrf` was meant as «прописка». */
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const UKRAINIAN = 'йцукенгшщзхїфівапролджєячсмитьбю';

/** Half of the pairs of letters must be the same; less would put words into a person's mouth. */
const ENOUGH = 0.5;

/** The word of the list that a mistyped one was meant for, or the word itself. */
export function nearestWord(word: string, known: readonly string[]): string {
  if (word.length < 4) return word;
  const pairs = pairsOf(word);
  let best = { word, likeness: ENOUGH };
  for (const one of new Set(known)) {
    if (Math.abs(one.length - word.length) > 2) continue;
    const likeness = likenessOf(pairs, pairsOf(one));
    if (likeness > best.likeness) best = { word: one, likeness };
  }
  return best.word;
}

/** What was meant by words written with the Latin layout switched on by mistake. */
export function inUkrainianLayout(words: string): string {
  return words.toLowerCase().replace(/./g, (sign) => UKRAINIAN[LATIN.indexOf(sign)] ?? sign);
}

/** Pairs of neighbouring letters, the word's edges among them. */
function pairsOf(word: string): readonly string[] {
  const edged = ` ${word} `;
  return Array.from({ length: edged.length - 1 }, (_, index) => edged.slice(index, index + 2));
}

/** Dice's measure: 1 for the same word, 0 for nothing alike. */
function likenessOf(left: readonly string[], right: readonly string[]): number {
  const rest = [...right];
  let same = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at === -1) continue;
    rest.splice(at, 1);
    same += 1;
  }
  return (2 * same) / (left.length + right.length);
}
