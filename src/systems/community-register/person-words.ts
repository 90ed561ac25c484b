/** As the database keeps a name in `found_by`: small letters, no apostrophes, hyphens as spaces, ґ as г. */
export function nameWords(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('uk')
    .replaceAll('ґ', 'г')
    .replaceAll(/['’ʼ`´]/g, '')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** What was typed into the one field of the search, taken apart. */
export interface PersonWords {
  readonly rnokpp: string | null;
  readonly unzr: string | null;
  readonly birthDate: string | null;
  /** `''`: no name was typed. */
  readonly name: string;
}

/** «Шевченко Тарас 09.03.1984», a number, or any of them together. */
export function parsePersonWords(text: string): PersonWords {
  let rest = ` ${text.slice(0, 200)} `;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found !== null) rest = rest.replace(found[0], ' ');
    return found;
  };
  const unzr = take(/(?<!\d)(\d{8}-\d{5})(?!\d)/)?.[1] ?? null;
  const rnokpp = take(/(?<!\d)(\d{10})(?!\d)/)?.[1] ?? null;
  const iso = take(/(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/);
  const local = iso === null ? take(/(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/) : null;
  const [day, month, year] = iso === null ? [local?.[1], local?.[2], local?.[3]] : [iso[3], iso[2], iso[1]];
  return { unzr, rnokpp, birthDate: civilDate(year, month, day), name: nameWords(rest) };
}

function civilDate(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return date.toISOString().startsWith(text) ? text : null;
}

/** «Шевченко Т. Г.»: enough to choose from a list. */
export function maskName(name: string): string {
  const [surname = '', ...others] = name.trim().split(/\s+/);
  return [surname, ...others.slice(0, 2).map((other) => `${Array.from(other)[0] ?? ''}.`)].join(' ');
}

/** «***12»: enough to compare with a paper. */
export function maskNumber(number: string): string {
  return `***${number.slice(-2)}`;
}
