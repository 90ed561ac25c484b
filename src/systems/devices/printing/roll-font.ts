import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';

/** Whole TrueType fonts: a printer's own code pages lose І ї Ґ, and so do the split fonts of the web. */
const FOLDER = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
const REGULAR = join(FOLDER, 'DejaVuSansCondensed.ttf');
const BOLD = join(FOLDER, 'DejaVuSansCondensed-Bold.ttf');

export const ROLL_FONTS: readonly string[] = [REGULAR, BOLD];
export const ROLL_FAMILY = 'DejaVu Sans';

let ruler: PDFKit.PDFDocument | undefined;

/** Dots that a line of text takes, measured in the font itself. */
export function widthOf(text: string, size: number, bold: boolean): number {
  ruler ??= new PDFDocument({ autoFirstPage: false });
  return ruler
    .font(bold ? BOLD : REGULAR)
    .fontSize(size)
    .widthOfString(text);
}

/** Words into lines that fit; a word longer than the roll is cut, for nothing may run off the paper. */
export function wrapText(text: string, room: number, size: number, bold: boolean): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => cutWord(one, room, size, bold))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size, bold) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function cutWord(word: string, room: number, size: number, bold: boolean): readonly string[] {
  if (widthOf(word, size, bold) <= room) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && widthOf(part + letter, size, bold) > room) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
