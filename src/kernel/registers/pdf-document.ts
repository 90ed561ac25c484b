import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Locale } from '../i18n/translate.ts';

/** Whole TrueType fonts: the split fonts of the web lose letters (ї, ґ). */
const FONTS = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
export const PDF_MARGIN = 56;

export interface PdfPaper {
  readonly locale: Locale;
  readonly title: string;
  /** Moment of making, for the document's own metadata. */
  readonly madeAt: Date;
}

/** An empty tagged A4 with the fonts `plain` and `bold`; what is put on it is ended by `doc.end()`. */
export function openPdf({ title, locale, madeAt }: PdfPaper): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: PDF_MARGIN, bottom: PDF_MARGIN + 14, left: PDF_MARGIN, right: PDF_MARGIN },
    pdfVersion: '1.7',
    tagged: true,
    lang: locale === 'uk' ? 'uk-UA' : 'en-GB',
    displayTitle: true,
    bufferPages: true,
    font: join(FONTS, 'DejaVuSans.ttf'),
    info: {
      Title: title,
      Producer: 'Прозорий офіс',
      Creator: 'Прозорий офіс',
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  });
  doc.registerFont('plain', join(FONTS, 'DejaVuSans.ttf'));
  doc.registerFont('bold', join(FONTS, 'DejaVuSans-Bold.ttf'));
  return doc;
}

/** The whole file, once the document is ended. */
export function pdfBytes(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
