import type { Locale } from '../i18n/translate.ts';
import { openPdf, PDF_MARGIN as MARGIN, pdfBytes } from './pdf-document.ts';

export interface PdfColumn {
  readonly title: string;
  /** Right-aligned. */
  readonly numeric?: boolean;
  /** Part of the width, as against the other columns; 1 by default. */
  readonly share?: number;
}

export interface PdfTable {
  readonly columns: readonly PdfColumn[];
  readonly rows: readonly (readonly string[])[];
  /** The last line, in bold. */
  readonly totals?: readonly string[];
}

export interface PdfSection {
  /** With its number: «2.1. За секторами». */
  readonly title: string;
  readonly level: 1 | 2;
  readonly paragraphs?: readonly string[];
  readonly table?: PdfTable;
}

/** A printed report. All texts are ready to read. */
export interface PdfReport {
  readonly locale: Locale;
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly PdfSection[];
  /** Source and moment of counting: at the end and at the foot of every page. */
  readonly sourceLine: string;
  readonly pageLine: (page: number, pages: number) => string;
  /** Moment of making, for the document's own metadata. */
  readonly madeAt: Date;
}

const INK = '#1a1a1a';
const SOFT = '#5a5a5a';
const LINE = '#c8c8c8';
/** A heading that finds less room than this goes to the next page with what follows it. */
const ROOM_FOR_HEADING = 130;

type Doc = PDFKit.PDFDocument;

/** A tagged PDF (headings, paragraphs and table cells can be read aloud). */
export function exportPdf(report: PdfReport): Promise<Buffer> {
  const doc = openPdf(report);
  const bytes = pdfBytes(doc);
  addText(doc, 'H1', report.title, { font: 'bold', size: 18 });
  for (const text of report.lead) addText(doc, 'P', text, { size: 10 });
  for (const section of report.sections) addSection(doc, section);
  doc.moveDown(1);
  addText(doc, 'P', report.sourceLine, { size: 8, color: SOFT });
  addFeet(doc, report);
  doc.end();
  return bytes;
}

interface TextLook {
  readonly font?: 'plain' | 'bold';
  readonly size: number;
  readonly color?: string;
}

function addText(doc: Doc, tag: 'H1' | 'H2' | 'H3' | 'P', text: string, look: TextLook): void {
  doc.addStructure(
    doc.struct(tag, {}, () => {
      doc
        .font(look.font ?? 'plain')
        .fontSize(look.size)
        .fillColor(look.color ?? INK)
        .text(text, MARGIN, doc.y, { width: doc.page.width - 2 * MARGIN });
    }),
  );
  doc.moveDown(0.5);
}

function addSection(doc: Doc, section: PdfSection): void {
  if (doc.y > doc.page.height - MARGIN - ROOM_FOR_HEADING) doc.addPage();
  doc.moveDown(section.level === 1 ? 1 : 0.5);
  addText(doc, section.level === 1 ? 'H2' : 'H3', section.title, {
    font: 'bold',
    size: section.level === 1 ? 13 : 11,
  });
  for (const text of section.paragraphs ?? []) addText(doc, 'P', text, { size: 9 });
  if (section.table !== undefined) addTable(doc, section.table);
}

function addTable(doc: Doc, { columns, rows, totals }: PdfTable): void {
  const width = doc.page.width - 2 * MARGIN;
  const shares = columns.map(({ share }) => share ?? 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const line = (cells: readonly string[], kind: 'head' | 'body' | 'total') =>
    columns.map(({ numeric }, index) => ({
      text: cells[index] ?? '',
      type: kind === 'head' || index === 0 ? ('TH' as const) : ('TD' as const),
      align: { x: numeric ? ('right' as const) : ('left' as const), y: 'top' as const },
      // Another font in a cell makes pdfkit read the font file anew for every cell: bold is a thin stroke.
      textStroke: kind === 'body' ? 0 : 0.3,
      textStrokeColor: kind === 'head' ? SOFT : INK,
      textColor: kind === 'head' ? SOFT : INK,
    }));
  doc.font('plain').fontSize(8.5);
  // `structParent` makes the table's tags; the published types do not know it yet.
  const options = {
    position: { x: MARGIN, y: doc.y },
    maxWidth: width,
    columnStyles: shares.map((share) => (share / whole) * width),
    defaultStyle: {
      border: [0, 0, 0.5, 0] as [number, number, number, number],
      borderColor: LINE,
      padding: [3, 4, 3, 2] as [number, number, number, number],
    },
    structParent: doc,
  };
  const table = doc.table(options);
  table.row(
    line(
      columns.map(({ title }) => title),
      'head',
    ),
  );
  for (const row of rows) table.row(line(row, 'body'));
  if (totals !== undefined) table.row(line(totals, 'total'));
  table.end();
  doc.moveDown(1);
}

/** Foot lines are no content: a reader passes them over. */
function addFeet(doc: Doc, { sourceLine, pageLine }: PdfReport): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(start + index);
    const { margins } = doc.page;
    const bottom = margins.bottom;
    // The foot stands below the margin, where text would otherwise open a new page.
    margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    const y = doc.page.height - MARGIN;
    const width = doc.page.width - 2 * MARGIN;
    doc.font('plain').fontSize(7).fillColor(SOFT);
    doc.text(sourceLine, MARGIN, y, { width: width * 0.75, height: 20, ellipsis: true });
    doc.text(pageLine(index + 1, count), MARGIN + width * 0.75, y, {
      width: width * 0.25,
      align: 'right',
      lineBreak: false,
    });
    doc.endMarkedContent();
    margins.bottom = bottom;
  }
}
