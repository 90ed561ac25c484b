import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { isCivilDay } from '../../../kernel/figures/period.ts';
import { definePage, type PageRequest } from '../../../kernel/page/define-page.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { indexQuestions } from '../question.ts';
import { type ExportLine, exportRatings } from '../queries/export-ratings.ts';
import { type FormQuestion, listFormQuestions } from '../queries/list-form-questions.ts';

/** The data of quality monitoring as a sheet: a row a form, a column a question, no words of visitors. */
export const dataDownload = definePage({
  path: '/desk/ratings/data',
  may: ['head', 'auditor', 'integrator'],
  shell: 'staff',
  get: async (request) => {
    const { query, t } = request;
    const today = kyivDate(request.now);
    const day = (text: string | undefined, otherwise: string) =>
      text !== undefined && isCivilDay(text) ? text : otherwise;
    const period = { from: day(query['from'], `${today.slice(0, 4)}-01-01`), to: day(query['to'], today) };
    const { questions } = await request.ask(listFormQuestions, {});
    const format = isListFormat(query['format']) ? query['format'] : 'xlsx';
    return listDownload(
      columns(request, questions),
      lines(request, period),
      format,
      t('ratings:export.file'),
    );
  },
});

function lines(
  request: PageRequest,
  period: { readonly from: string; readonly to: string },
): AsyncGenerator<ExportLine> {
  return everyRow(async (from: From<string>) => {
    const page = await request.ask(exportRatings, { ...period, ...from });
    return { rows: page.lines, next: page.next };
  });
}

function columns({ t, locale }: PageRequest, questions: readonly FormQuestion[]): ListColumn<ExportLine>[] {
  return [
    { title: t('ratings:list.day'), value: ({ day }) => day, width: 12 },
    {
      title: t('ratings:export.channel'),
      value: ({ channel }) => t(`ratings:channel.${channel}`),
      width: 20,
    },
    {
      title: t('ratings:list.sector'),
      value: ({ sector }) => (sector === null ? '' : t(`page:sector.${sector}.name`)),
      width: 24,
    },
    { title: t('ratings:paper.service'), value: ({ serviceCode }) => serviceCode, width: 10 },
    { title: t('ratings:export.service'), value: ({ serviceName }) => serviceName, width: 40 },
    { title: t('ratings:list.mark'), value: ({ mark }) => mark },
    ...indexQuestions(questions).map((question) => ({
      title: locale === 'uk' ? question.indexName : question.indexNameEn,
      value: ({ answers }: ExportLine) => answers[question.code] ?? null,
    })),
    { title: t('ratings:paper.recommend'), value: ({ recommend }) => recommend },
    { title: t('ratings:export.loyalty'), value: ({ loyalty }) => (loyalty === null ? null : loyalty * 100) },
  ];
}
