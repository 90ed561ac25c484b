import type { ClassifierEntry } from './classifier.ts';
import en from './messages/en.json' with { type: 'json' };
import uk from './messages/uk.json' with { type: 'json' };

const NAMES = {
  channel: [uk.channels, en.channels],
  kind: [uk.kinds, en.kinds],
  sign: [uk.signs, en.signs],
  outcome: [uk.outcomes, en.outcomes],
  sex: [uk.sexes, en.sexes],
  document: [uk.documents, en.documents],
} as const;
const AXES = ['channel', 'kind', 'sign', 'outcome', 'sex', 'document'] as const;

/** By a plain word of a journal, the name by which this system knows it. */
export type JournalWords = Readonly<Record<(typeof AXES)[number], ReadonlyMap<string, string>>>;

/** Small letters, one apostrophe, no bracketed remark: «Заява (клопотання)» and «заява» are one. */
export function plainWord(text: string): string {
  const plain = text
    .toLocaleLowerCase('uk')
    .replaceAll(/['`ʼ‘’]/g, '’')
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/\s+/g, ' ');
  return plain.trim();
}

/** The words of our own lists, and codes and labels of the classifier (КМУ 858) of every edition. */
export function journalWords(classifier: readonly ClassifierEntry[]): JournalWords {
  const wordsOf = (axis: (typeof AXES)[number]): ReadonlyMap<string, string> => {
    const official = classifier.flatMap((entry) =>
      entry.axis === axis && entry.own !== null
        ? [entry.code, entry.label, entry.labelEn].map((name) => [name, entry.own ?? ''] as const)
        : [],
    );
    const own = NAMES[axis].flatMap((names) =>
      Object.entries(names).flatMap(([code, name]) => [[code, code] as const, [name, code] as const]),
    );
    return new Map([...official, ...own].map(([name, code]) => [plainWord(name), code]));
  };
  return {
    channel: wordsOf('channel'),
    kind: wordsOf('kind'),
    sign: wordsOf('sign'),
    outcome: wordsOf('outcome'),
    sex: wordsOf('sex'),
    document: wordsOf('document'),
  };
}
