import { formatDateTime } from '../../calendar/kyiv-time.ts';
import { tellSample } from '../tell-figure.ts';
import { exportCsv } from '../../registers/export-csv.ts';
import { exportPdf, type PdfSection } from '../../registers/export-pdf.ts';
import { exportWorkbook, toSheet, type XlsxSheet } from '../../registers/export-xlsx.ts';
import type { ListColumn } from '../../registers/list-column.ts';
import type { Report, ReportBlock, ReportLine, ReportPart } from './report.ts';
import {
  blockTitle,
  changeName,
  columnNames,
  partTitle,
  tellChange,
  tellLineName,
  type Teller,
  tellValueOf,
} from './tell-report.ts';

/** A line of the report as plain data: one a cell, totals included. */
interface Entry {
  readonly section: string;
  readonly part: string;
  readonly name: string;
  readonly figure: string;
  readonly code: string;
  readonly block: ReportBlock;
  readonly line: ReportLine;
}

function reportEntries(report: Report, teller: Teller): Entry[] {
  return report.blocks.flatMap((block, index) => {
    const section = `${index + 1}. ${blockTitle(block, teller)}`;
    const entry = (part: string, name: string, code: string, line: ReportLine): Entry => ({
      section,
      part,
      name,
      code,
      figure: block.figure.id,
      block,
      line,
    });
    return [
      entry('', teller.t('figures:total'), '', block.total),
      ...block.parts.flatMap((part) =>
        part.lines.map((line) =>
          entry(
            partTitle(part, block, teller),
            tellLineName(line, part.plan.by, teller),
            line.now.by[part.plan.by] ?? '',
            line,
          ),
        ),
      ),
    ];
  });
}

/** The report as one flat list, for CSV. */
function entryColumns(teller: Teller): ListColumn<Entry>[] {
  const { t } = teller;
  return [
    { title: t('figures:report.sheet.section'), value: ({ section }) => section, width: 30 },
    { title: t('figures:report.sheet.part'), value: ({ part }) => part, width: 24 },
    { title: t('figures:report.sheet.name'), value: ({ name }) => name, width: 60 },
    { title: t('figures:report.sheet.code'), value: ({ code }) => code, width: 20 },
    { title: t('figures:value'), value: ({ line }) => valueOf(line.now, teller) },
    {
      title: t('figures:report.sheet.before'),
      value: ({ line }) => (line.before === undefined ? null : valueOf(line.before, teller)),
    },
    { title: t('figures:report.sheet.change'), value: ({ block, line }) => tellChange(block, line, teller) },
    { title: t('figures:unit'), value: ({ block }) => block.figure.unit[teller.locale] },
    { title: t('figures:report.sheet.sample'), value: ({ line }) => line.now.sample },
    {
      title: t('figures:synthetic.label'),
      value: ({ line }) => (line.now.synthetic === 'none' ? null : t('figures:synthetic.label')),
    },
    { title: t('figures:report.sheet.figure'), value: ({ figure }) => figure, width: 32 },
  ];
}

function valueOf(cell: ReportLine['now'], { t }: Teller): number | string | null {
  return cell.suppressed ? t('figures:hidden') : cell.value;
}

/** A sheet a block, and one with the source and the moment. */
async function reportXlsx(report: Report, title: string, teller: Teller): Promise<Buffer> {
  const entries = reportEntries(report, teller);
  const columns = entryColumns(teller).slice(1);
  const sheets: XlsxSheet[] = [];
  for (const block of report.blocks) {
    sheets.push(
      await toSheet(
        blockTitle(block, teller),
        entries.filter((entry) => entry.block === block),
        columns,
      ),
    );
  }
  const about = [title, sourceLine(report, teller), teller.t(`${report.system}:rowsWhere`)];
  sheets.push(
    await toSheet(teller.t('figures:report.sheet.about'), about, [
      { title: title, value: (text) => text, width: 100 },
    ]),
  );
  return exportWorkbook(sheets);
}

export type ReportFormat = 'xlsx' | 'csv' | 'pdf';

export function reportBytes(report: Report, title: string, format: ReportFormat, teller: Teller) {
  switch (format) {
    case 'xlsx':
      return reportXlsx(report, title, teller);
    case 'csv':
      return exportCsv(reportEntries(report, teller), entryColumns(teller));
    case 'pdf':
      return reportPdf(report, title, teller);
  }
}

export function sourceLine(report: Report, { t, locale }: Teller): string {
  return t('figures:report.source', { moment: formatDateTime(report.countedAt, locale) });
}

/** The report for paper, with the same numbering as on the page. */
function reportPdf(report: Report, title: string, teller: Teller): Promise<Buffer> {
  const { t, locale } = teller;
  return exportPdf({
    locale,
    title,
    lead: [t(`${report.system}:leadPaper`), sourceLine(report, teller)],
    sections: report.blocks.flatMap((block, index) => blockSections(block, `${index + 1}`, teller)),
    sourceLine: `${title}. ${sourceLine(report, teller)}`,
    pageLine: (page, pages) => t('registers:page', { page, pages }),
    madeAt: report.countedAt,
  });
}

function blockSections(block: ReportBlock, number: string, teller: Teller): PdfSection[] {
  const { figure, total } = block;
  const sample = tellSample(figure, total.now, teller.locale, teller.t);
  const names = columnNames(block, teller);
  const head: PdfSection = {
    title: `${number}. ${blockTitle(block, teller)}`,
    level: 1,
    paragraphs: [
      `${names.now}: ${tellValueOf(figure, total.now, teller)}. ${names.before}: ${tellValueOf(figure, total.before, teller)}. ${changeName(block, teller)}: ${tellChange(block, total, teller)}.`,
      figure.definition[teller.locale],
      ...(sample === null ? [] : [sample]),
      ...(total.now.synthetic === 'none'
        ? []
        : [
            `${teller.t('figures:synthetic.label')}: ${teller.t(`figures:synthetic.${total.now.synthetic}`)}`,
          ]),
    ],
  };
  return [
    head,
    ...block.parts.map((part, index) => partSection(part, block, `${number}.${index + 1}`, teller)),
  ];
}

function partSection(part: ReportPart, block: ReportBlock, number: string, teller: Teller): PdfSection {
  const section = { title: `${number}. ${partTitle(part, block, teller)}`, level: 2 } as const;
  if (part.withheld) return { ...section, paragraphs: [teller.t('figures:withheld')] };
  const names = columnNames(block, teller);
  const cellsOf = (name: string, line: ReportLine): string[] => [
    name,
    tellValueOf(block.figure, line.now, teller),
    tellValueOf(block.figure, line.before, teller),
    tellChange(block, line, teller),
  ];
  return {
    ...section,
    table: {
      columns: [
        { title: teller.t('figures:report.sheet.name'), share: 5 },
        { title: names.now, numeric: true, share: 1.3 },
        { title: names.before, numeric: true, share: 1.3 },
        { title: changeName(block, teller), numeric: true, share: 1.4 },
      ],
      rows: part.lines.map((line) => cellsOf(tellLineName(line, part.plan.by, teller), line)),
      totals: cellsOf(teller.t('figures:total'), block.total),
    },
  };
}
