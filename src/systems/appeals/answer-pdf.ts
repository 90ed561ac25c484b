import { formatDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Translate } from '../../kernel/i18n/translate.ts';
import type { Download } from '../../kernel/page/define-page.ts';
import { exportPdf } from '../../kernel/registers/export-pdf.ts';

interface Paper {
  readonly number: string;
  readonly index: string;
  readonly day: string;
  readonly kind: string;
  readonly text: string;
  /** Who approved it: whose signature stands under a paper one. */
  readonly signedBy: string | null;
  readonly on: Date;
  /** Named on the paper that goes by post; a page that anyone with the code opens names nobody. */
  readonly to: string | null;
}

/** The answer as a paper of the city, always in Ukrainian. */
export async function answerPdf(paper: Paper, t: Translate): Promise<Download> {
  const words = { index: paper.index, number: paper.number, day: paper.day };
  const bytes = await exportPdf({
    locale: 'uk',
    title: t('appeals:paper.council'),
    lead: [
      t('appeals:paper.on', { on: formatDate(paper.on, 'uk') }),
      ...(paper.to === null ? [] : [paper.to]),
      t('appeals:paper.about', words),
    ],
    sections: [
      {
        title: t(`appeals:answerKinds.${paper.kind}`),
        level: 1,
        paragraphs: [
          ...paper.text.split(/\n+/).filter((line) => line.trim() !== ''),
          ...(paper.signedBy === null ? [] : [paper.signedBy]),
        ],
      },
    ],
    sourceLine: t('appeals:paper.appeal'),
    pageLine: (page, pages) => t('appeals:paper.page', { page, pages }),
    madeAt: paper.on,
  });
  return { kind: 'download', name: `${paper.index}.pdf`, type: 'application/pdf', bytes, inline: true };
}
