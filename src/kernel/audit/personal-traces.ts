/**
 * What in a free text may name a person. Only a person can judge a text; this stops what a machine
 * can see: addresses, numbers and full names. Ukrainian names are known by their patronymic or initials.
 */
const TRACES: readonly RegExp[] = [
  /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
  // ten to twelve digits, however they are spaced: telephones and РНОКПП
  /(?<![\d\p{L}])\+?\d(?:[\s().-]{0,2}\d){8,12}(?!\d)/gu,
  // a mobile number without its code is nine digits, a passport card too
  /(?<![\d\p{L}])\d{9}(?!\d)/gu,
  /(?<!\p{L})\p{Lu}{2}\s?(?:№\s?)?\d{6}(?!\d)/gu,
  /(?<!\p{L})UA\d{2}[\s\d]{20,34}/giu,
  /(?<!\p{L})\d{8}-\d{5}(?!\d)/gu,
  /\p{Lu}[\p{Ll}’'ʼ-]+\s+\p{Lu}\.\s?\p{Lu}\./gu,
  /\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}[\p{Ll}’'ʼ-]+/gu,
  /\p{Lu}[\p{Ll}’'ʼ-]+\s+\p{Lu}[\p{Ll}’'ʼ]*(?:ович|евич|йович|івна|ївна)(?:а|у|ем|ом|ні|ну|ною|ни)?(?!\p{L})/gu,
];

/** The pieces of a text that look like somebody's personal data, in their order, each once. */
export function findPersonalTraces(text: string): readonly string[] {
  const found = TRACES.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ at: match.index, piece: match[0].trim() })),
  );
  return [...new Set(found.toSorted((one, other) => one.at - other.at).map(({ piece }) => piece))];
}
