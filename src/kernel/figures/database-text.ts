/** A value of a row as text, whatever the fact view made of it; null and undefined are ''. */
export function databaseText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  return JSON.stringify(value);
}
