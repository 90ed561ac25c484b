import { formatDate, formatDateTime } from '../../kernel/calendar/kyiv-time.ts';
import type { Locale, Translate } from '../../kernel/i18n/translate.ts';
import { openPdf, PDF_MARGIN, pdfBytes } from '../../kernel/registers/pdf-document.ts';
import { darkBars } from './barcode.ts';
import { caseBarcode, registerNumber } from './register.ts';
import type { Register, RegisterLine } from './register-store.ts';

const INK = '#1a1a1a';
const SOFT = '#5a5a5a';
const LINE = '#c8c8c8';
/** Left edges of the columns: number, bars, service and papers, filed, due, mark. */
const COLUMNS = [0, 22, 190, 366, 424] as const;
const BAR_HEIGHT = 24;
const BOX = 11;

type Doc = PDFKit.PDFDocument;

interface Paper {
  readonly register: Register;
  readonly lines: readonly RegisterLine[];
  readonly t: Translate;
  readonly locale: Locale;
}

/** The register as both sides sign it: bars for the whole and for each package, a box to tick, two signatures. */
export function registerPdf(paper: Paper): Promise<Buffer> {
  const { register, t, locale } = paper;
  const title = t(`handover-registers:paper.title.${register.direction}`, {
    number: registerNumber(register),
  });
  const doc = openPdf({ title, locale, madeAt: register.madeAt });
  const bytes = pdfBytes(doc);
  addHead(doc, paper, title);
  addTitles(doc, paper);
  for (const line of paper.lines) addLine(doc, paper, line);
  addSignatures(doc, paper);
  addFeet(doc, title, t);
  doc.end();
  return bytes;
}

function widthOf(doc: Doc): number {
  return doc.page.width - 2 * PDF_MARGIN;
}

function addHead(doc: Doc, { register, t, locale }: Paper, title: string): void {
  doc.addStructure(
    doc.struct('H1', {}, () => {
      doc
        .font('bold')
        .fontSize(15)
        .fillColor(INK)
        .text(title, PDF_MARGIN, PDF_MARGIN, { width: widthOf(doc) - 170 });
    }),
  );
  drawBars(doc, register.barcode, {
    x: PDF_MARGIN + widthOf(doc) - 150,
    y: PDF_MARGIN,
    width: 150,
    height: 34,
  });
  doc.y = Math.max(doc.y, PDF_MARGIN + 50);
  const lead = [
    t(`handover-registers:paper.between.${register.direction}`, { body: register.unitName }),
    t('handover-registers:paper.made', {
      moment: formatDateTime(register.madeAt, locale),
      name: register.madeBy ?? '–',
      count: register.lines,
    }),
  ];
  doc.addStructure(
    doc.struct('P', {}, () => {
      doc
        .font('plain')
        .fontSize(9.5)
        .text(lead.join('\n'), PDF_MARGIN, doc.y, { width: widthOf(doc) });
    }),
  );
  doc.moveDown(0.8);
}

function addTitles(doc: Doc, { t }: Paper): void {
  const titles = ['no', 'case', 'papers', 'filed', 'mark'] as const;
  const y = doc.y;
  doc.font('plain').fontSize(8).fillColor(SOFT);
  titles.forEach((name, index) => {
    doc.text(t(`handover-registers:paper.columns.${name}`), PDF_MARGIN + (COLUMNS[index] ?? 0), y, {
      width: 160,
      lineBreak: false,
    });
  });
  doc.y = y + 14;
  rule(doc, doc.y);
}

function addLine(doc: Doc, paper: Paper, line: RegisterLine): void {
  const text = [line.title, ...line.papers.map((name) => `– ${name}`)].join('\n');
  doc.font('plain').fontSize(8);
  const height = Math.max(BAR_HEIGHT + 20, doc.heightOfString(text, { width: 168 }) + 10);
  if (doc.y + height > doc.page.height - PDF_MARGIN - 20) {
    doc.addPage();
    doc.y = PDF_MARGIN;
    addTitles(doc, paper);
  }
  const top = doc.y + 5;
  doc.addStructure(doc.struct('P', {}, () => writeLine(doc, paper, line, { top, text })));
  doc.y = top + height - 5;
  rule(doc, doc.y);
}

function writeLine(
  doc: Doc,
  { locale, t }: Paper,
  line: RegisterLine,
  { top, text }: { readonly top: number; readonly text: string },
): void {
  const at = (column: number) => PDF_MARGIN + (COLUMNS[column] ?? 0);
  doc.font('plain').fontSize(8).fillColor(INK).text(`${line.no}`, at(0), top, { width: 20 });
  const bars = caseBarcode(line.caseNumber);
  if (bars !== null)
    drawBars(doc, bars, { x: at(1), y: top, width: 150, height: BAR_HEIGHT, caption: false });
  doc
    .font('bold')
    .fontSize(8.5)
    .fillColor(INK)
    .text(line.caseNumber, at(1), top + BAR_HEIGHT + 3, { width: 160 });
  doc.font('plain').fontSize(8).text(text, at(2), top, { width: 168 });
  doc.text(formatDate(line.filedOn, locale), at(3), top, { width: 56 });
  doc.rect(at(4), top, BOX, BOX).lineWidth(0.7).strokeColor(INK).stroke();
  if (line.receivedAt !== null) doc.text('✓', at(4) + 2, top, { width: BOX, lineBreak: false });
  if (line.missing) doc.text(t('handover-registers:paper.missing'), at(4) + 16, top, { width: 52 });
}

/** Bars fill the width but are never thinner than a scanner reads (0.19 mm). */
function drawBars(
  doc: Doc,
  text: string,
  box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly caption?: boolean;
  },
): void {
  const { bars, width } = darkBars(text);
  const module = Math.max(0.54, Math.min(1.2, box.width / width));
  doc.fillColor(INK);
  for (const bar of bars) doc.rect(box.x + bar.at * module, box.y, bar.width * module, box.height).fill();
  if (box.caption !== false) {
    doc
      .font('plain')
      .fontSize(8)
      .text(text, box.x, box.y + box.height + 3, { width: box.width, lineBreak: false });
  }
}

function rule(doc: Doc, y: number): void {
  doc
    .moveTo(PDF_MARGIN, y)
    .lineTo(PDF_MARGIN + widthOf(doc), y)
    .lineWidth(0.5)
    .strokeColor(LINE)
    .stroke();
}

function addSignatures(doc: Doc, { register, t }: Paper): void {
  if (doc.y > doc.page.height - PDF_MARGIN - 110) doc.addPage();
  const y = doc.y + 40;
  const half = (widthOf(doc) - 30) / 2;
  const sides = [
    [t('handover-registers:paper.gave'), register.handedBy],
    [t('handover-registers:paper.took'), register.carrier ?? register.receivedBy],
  ] as const;
  sides.forEach(([word, name], index) => {
    const x = PDF_MARGIN + index * (half + 30);
    doc
      .moveTo(x, y)
      .lineTo(x + half, y)
      .lineWidth(0.7)
      .strokeColor(INK)
      .stroke();
    doc.addStructure(
      doc.struct('P', {}, () => {
        doc.font('plain').fontSize(8.5).fillColor(INK);
        doc.text(name === null ? word : `${word}: ${name}`, x, y + 4, { width: half });
        doc.fillColor(SOFT).text(t('handover-registers:paper.sign'), x, doc.y, { width: half });
      }),
    );
  });
}

/** Foot lines are no content: a reader passes them over. */
function addFeet(doc: Doc, title: string, t: Translate): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(start + index);
    const { margins } = doc.page;
    const bottom = margins.bottom;
    // The foot stands below the margin, where text would otherwise open a new page.
    margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font('plain').fontSize(7).fillColor(SOFT);
    const page = t('registers:page', { page: index + 1, pages: count });
    doc.text(`${title} · ${page}`, PDF_MARGIN, doc.page.height - PDF_MARGIN, {
      width: widthOf(doc),
      lineBreak: false,
    });
    doc.endMarkedContent();
    margins.bottom = bottom;
  }
}
