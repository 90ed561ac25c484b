/**
 * The book in which a deed takes its number. A past event brought into the current year must not
 * take the numbers that people get today, so it has a book of its own.
 */
export function bookName(
  book: string,
  deed: { readonly imported: boolean; readonly year: number; readonly currentYear: number },
): string {
  return deed.imported && deed.year === deed.currentYear ? `${book}/import` : book;
}
