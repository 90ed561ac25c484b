/** «Коваленко О. І.»: lists name people no further than one needs to tell them apart. */
export function shortName(name: string): string;
export function shortName(name: string | null): string | null;
export function shortName(name: string | null): string | null {
  if (name === null) return null;
  const [surname = '', ...names] = name.trim().split(/\s+/);
  const initials = names.slice(0, 2).map((word) => `${Array.from(word)[0] ?? ''}.`);
  return [surname, ...initials].join(' ');
}
