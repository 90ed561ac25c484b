import { formatDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Translate } from '../../kernel/i18n/translate.ts';
import type { Download } from '../../kernel/page/define-page.ts';
import { openPdf, PDF_MARGIN, pdfBytes } from '../../kernel/registers/pdf-document.ts';

interface Paper {
  readonly number: string;
  readonly index: string;
  readonly day: string;
  readonly kind: string;
  readonly text: string;
  /** Who approved it, with their office: whose signature stands under a paper one. */
  readonly signedBy: { readonly name: string; readonly position: string } | null;
  /** Who prepared it; for whoever calls about the paper. */
  readonly preparedBy: string | null;
  readonly on: Date;
  /** Named on the paper that goes by post; a page that anyone with the code opens names nobody. */
  readonly to: readonly string[];
}

const INK = '#111111';
const SOFT = '#555555';
/** The addressee stands on the right half of the sheet. */
const HALF = 0.5;

/** The answer on the city's letterhead, always in Ukrainian. */
export async function answerPdf(paper: Paper, t: Translate): Promise<Download> {
  const doc = openPdf({ locale: 'uk', title: t('appeals:paper.council'), madeAt: paper.on });
  const bytes = pdfBytes(doc);
  const width = doc.page.width - 2 * PDF_MARGIN;
  addHead(doc, t, width);
  addParties(doc, paper, t, width);
  put(doc, 'H1', t(`appeals:paper.kinds.${paper.kind}`), { font: 'bold', size: 12, align: 'center' });
  doc.moveDown(0.5);
  for (const line of paper.text.split(/[\r\n]+/).filter((one) => one.trim() !== '')) {
    put(doc, 'P', line, { size: 11, align: 'left', indent: 24 });
    doc.moveDown(0.4);
  }
  addSignature(doc, paper, t, width);
  doc.end();
  const name = `${paper.index}.pdf`;
  return { kind: 'download', name, type: 'application/pdf', bytes: await bytes, inline: true };
}

type Doc = PDFKit.PDFDocument;

interface Look {
  readonly font?: 'plain' | 'bold';
  readonly size: number;
  readonly align?: 'left' | 'center';
  readonly color?: string;
  readonly indent?: number;
  readonly x?: number;
  readonly width?: number;
}

function put(doc: Doc, tag: 'H1' | 'P', text: string, look: Look): void {
  const { font = 'plain', size, align = 'left', color = INK, indent = 0, x = PDF_MARGIN } = look;
  const width = look.width ?? doc.page.width - 2 * PDF_MARGIN;
  doc.addStructure(
    doc.struct(tag, {}, () => {
      doc
        .font(font)
        .fontSize(size)
        .fillColor(color)
        .text(text, x, doc.y, { width, align, indent, lineGap: 2 });
    }),
  );
}

function addHead(doc: Doc, t: Translate, width: number): void {
  put(doc, 'P', t('appeals:paper.country'), { font: 'bold', size: 10, align: 'center' });
  put(doc, 'P', t('appeals:paper.council').toLocaleUpperCase('uk'), {
    font: 'bold',
    size: 14,
    align: 'center',
  });
  put(doc, 'P', t('appeals:paper.contacts'), { size: 8, align: 'center', color: SOFT });
  const y = doc.y + 6;
  doc.markContent('Artifact', { type: 'Layout' });
  for (const [shift, weight] of [
    [0, 1.5],
    [3, 0.5],
  ] as const) {
    doc
      .lineWidth(weight)
      .moveTo(PDF_MARGIN, y + shift)
      .lineTo(PDF_MARGIN + width, y + shift)
      .stroke(INK);
  }
  doc.endMarkedContent();
  doc.y = y + 18;
}

/** Number and day on the left, to whom on the right. */
function addParties(doc: Doc, paper: Paper, t: Translate, width: number): void {
  const top = doc.y;
  const left = { size: 10, width: width * HALF - 12 };
  put(doc, 'P', t('appeals:paper.on', { on: formatDate(paper.on, 'uk') }), left);
  put(doc, 'P', t('appeals:paper.about', { index: paper.index, number: paper.number, day: paper.day }), left);
  const bottom = doc.y;
  doc.y = top;
  for (const line of paper.to) {
    put(doc, 'P', line, { size: 11, x: PDF_MARGIN + width * HALF, width: width * HALF });
  }
  doc.y = Math.max(bottom, doc.y) + 24;
}

function addSignature(doc: Doc, { signedBy, preparedBy }: Paper, t: Translate, width: number): void {
  doc.moveDown(2);
  if (signedBy !== null) {
    const y = doc.y;
    put(doc, 'P', capitalized(signedBy.position), { font: 'bold', size: 11, width: width * HALF });
    const bottom = doc.y;
    doc.y = y;
    put(doc, 'P', signedBy.name, {
      font: 'bold',
      size: 11,
      x: PDF_MARGIN + width * 0.65,
      width: width * 0.35,
    });
    doc.y = Math.max(bottom, doc.y);
  }
  doc.moveDown(2);
  if (preparedBy !== null) {
    put(doc, 'P', t('appeals:paper.prepared', { name: preparedBy }), { size: 8, color: SOFT });
  }
  put(doc, 'P', t('appeals:paper.appeal'), { size: 8, color: SOFT });
}

function capitalized(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase('uk') + words.slice(1);
}
