/** Characters with which a spreadsheet begins a formula, also in their full-width forms. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
// Characters that XML 1.0 has no way to write, and halves of pairs.
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const LONGEST_CELL = 32_767;

/** A text that a spreadsheet opens as a text and never runs. */
export function harmlessCsv(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** A text that XLSX can hold; its cell is written as a string, which is never a formula. */
export function writableText(text: string): string {
  return text.toWellFormed().replaceAll(UNWRITABLE, '').slice(0, LONGEST_CELL);
}
