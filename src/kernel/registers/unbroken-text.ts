const SPACE = '\u00a0';

/**
 * Text for paper: what is one in Ukrainian typography stays on one line. «19 вересня 2020», «Шевченко Т. Г.»,
 * «вул. Театральна», «№ 5», and no dash begins a line.
 */
export function unbrokenText(text: string): string {
  return text
    .replaceAll(/(?<!\d)(\d{1,2}) (\p{L}{3,9}) (\d{4})(?!\d)/gu, `$1${SPACE}$2${SPACE}$3`)
    .replaceAll(/(?<!\p{L})(\p{Lu}\.) (?=\p{Lu})/gu, `$1${SPACE}`)
    .replaceAll(/(\p{Ll}) (?=\p{Lu}\.)/gu, `$1${SPACE}`)
    .replaceAll(/(?<!\p{L})(м|с|смт|вул|пров|просп|бул|пл|буд|кв|п|ст)\. (?=[\p{L}\d])/giu, `$1.${SPACE}`)
    .replaceAll('№ ', `№${SPACE}`)
    .replaceAll(' –', `${SPACE}–`);
}
