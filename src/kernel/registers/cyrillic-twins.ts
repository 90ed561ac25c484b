const TWINS: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
};

/** Capital letters as the city writes them: what a Latin keyboard puts where a Ukrainian letter of the same look stands. */
export function cyrillicTwins(capitals: string): string {
  return capitals.replaceAll(/[A-Z]/g, (letter) => TWINS[letter] ?? letter);
}
