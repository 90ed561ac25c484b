import type { Subject } from './appeal.ts';

/**
 * What stands before the number in the index of an appeal: the first letter of the author's surname,
 * КО for a collective one, БП for one without a name (RULEBOOK §2.2). The number is that of the year's
 * book, so the indexes of a year have no gap whatever the letters are.
 */
export function indexLetters(subject: Subject, name: string | null): string {
  if (subject === 'collective') return 'КО';
  const letter = name === null ? undefined : /\p{L}/u.exec(name.normalize('NFC'))?.[0];
  if (subject === 'anonymous' || letter === undefined) return 'БП';
  // A rare letter grows into several signs (ΰ, ß): the index has one.
  return Array.from(letter.toLocaleUpperCase('uk'))[0] ?? letter;
}

/** «Д-401». The statement that registers writes the same. */
export function appealIndex(subject: Subject, name: string | null, seq: number): string {
  return `${indexLetters(subject, name)}-${seq}`;
}
