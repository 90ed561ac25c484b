import { FIELD_NAME } from '../service-form.ts';

/** Ukrainian letters in Latin ones (КМУ № 55 of 27.01.2010), near enough for a name that nobody reads. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ю: 'iu',
  я: 'ia',
};

/** A kebab-case name out of a person's words, unlike all that are taken; `spare` where no letter is left. */
export function nameFrom(words: string, spare: string, taken: ReadonlySet<string>): string {
  const latin = Array.from(words.toLocaleLowerCase('uk'), (letter) => LATIN[letter] ?? letter).join('');
  const kebab = latin
    .replace(/[’'ʼь]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^[-\d]+|-+$/g, '');
  const base = FIELD_NAME.test(kebab) ? kebab : spare;
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(name)) return name;
  }
}
