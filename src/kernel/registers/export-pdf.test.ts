import { describe, expect, it } from 'vitest';
import { exportPdf, type PdfReport } from './export-pdf.ts';

const REPORT: PdfReport = {
  locale: 'uk',
  title: 'Звіт Центру за 2020 рік',
  lead: ['Їжак ґанок є.'],
  sections: [
    {
      title: '1. Відвідувачі',
      level: 1,
      table: {
        columns: [
          { title: 'Сектор', share: 3 },
          { title: 'Разом', numeric: true },
        ],
        rows: Array.from({ length: 120 }, (_, index) => [`Послуга ${index}`, `${index}`]),
        totals: ['Разом', '95 909'],
      },
    },
  ],
  sourceLine: 'Джерело: Прозорий офіс. Пораховано 19 вересня 2020, 14:05',
  pageLine: (page, pages) => `${page} з ${pages}`,
  madeAt: new Date('2020-09-19T11:05:00Z'),
};

describe('a PDF', () => {
  it('is tagged, in Ukrainian, with table cells that can be read aloud', async () => {
    const bytes = await exportPdf(REPORT);
    const text = bytes.toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('/MarkInfo');
    expect(text).toContain('/Marked true');
    for (const tag of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD']) expect(text).toContain(`/S /${tag}\n`);
    expect(text).toContain('(uk-UA)');
    expect(text.match(/\/Type \/Page\n/g)?.length).toBeGreaterThan(2);
  });

  it('is the same for the same report', async () => {
    const [one, other] = await Promise.all([exportPdf(REPORT), exportPdf(REPORT)]);
    expect(one.length).toBe(other.length);
  });
});
