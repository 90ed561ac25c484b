import { rowsPath } from '../../../kernel/figures/figure-question.ts';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { queryOf, titleOf } from '../edition.ts';
import { type FormLine, formOf, type FormValue } from '../form.ts';
import { shownVoice, type ShownVoice } from '../queries/report.ts';
import { editionOf, Periods } from './report-page.tsx';

/** The form by КМУ 858: the codes of the classifier with their numbers. */
export const formPage = definePage({
  path: '/voice/:edition/form',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 30,
  get: async (request) => {
    const { edition } = editionOf(request);
    const shown = await request.ask(shownVoice, edition);
    const lines = formOf(shown.report, shown.classifier);
    const title = request.t('voice-report:form.title', { report: titleOf(edition, request) });
    const { format } = request.query;
    if (isListFormat(format)) return listDownload(columnsOf(request), lines, format, title);
    return view(title, <Form shown={shown} lines={lines} request={request} title={title} />);
  },
});

function labelOf({ label }: FormLine, { t, locale }: PageRequest): string {
  if (label === null) return t('voice-report:form.noCode');
  return locale === 'uk' ? label.label : label.labelEn;
}

function columnsOf(request: PageRequest) {
  const { t } = request;
  const word = (value: FormValue) => (value === 'hidden' ? t('figures:hidden') : value);
  return [
    {
      title: t('voice-report:form.axis'),
      value: ({ axis }: FormLine) => t(`appeals:axes.${axis}`),
      width: 30,
    },
    { title: t('voice-report:form.code'), value: ({ code }: FormLine) => code ?? '' },
    { title: t('voice-report:form.name'), value: (line: FormLine) => labelOf(line, request), width: 60 },
    { title: t('voice-report:form.now'), value: ({ now }: FormLine) => word(now) },
    { title: t('voice-report:form.before'), value: ({ before }: FormLine) => word(before) },
  ];
}

interface Props {
  readonly shown: ShownVoice;
  readonly lines: readonly FormLine[];
  readonly request: PageRequest;
  readonly title: string;
}

function Form({ shown: { edition, report }, lines, request, title }: Props) {
  const { t, locale } = request;
  const tell = (value: FormValue) => (value === 'hidden' ? t('figures:hidden') : formatNumber(value, locale));
  const axes = [...new Set(lines.map(({ axis }) => axis))];
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{t('voice-report:form.lead')}</p>
      <Periods edition={edition} request={request} end="/form" />
      <p>
        {report.blocks
          .filter(({ figure }) => figure.measure.kind !== 'share')
          .map(({ name, figure, period, total: { now } }, index) => (
            <>
              {index === 0 ? '' : ' · '}
              {t(`voice-report:blocks.${name}`)}:{' '}
              {now.suppressed ? (
                t('figures:hidden')
              ) : (
                <a href={rowsPath(figure.id, period)}>{formatNumber(now.value ?? 0, locale)}</a>
              )}
            </>
          ))}
      </p>
      {axes.map((axis) => (
        <DataTable<FormLine>
          key={axis}
          caption={t(`appeals:axes.${axis}`)}
          rows={lines.filter((line) => line.axis === axis)}
          keyOf={({ code }) => code ?? ''}
          columns={[
            { key: 'code', title: t('voice-report:form.code'), narrow: true, cell: ({ code }) => code ?? '' },
            {
              key: 'name',
              title: t('voice-report:form.name'),
              heading: true,
              cell: (line) => labelOf(line, request),
            },
            {
              key: 'now',
              title: t('voice-report:form.now'),
              numeric: true,
              cell: ({ now, path }) => (now === 'hidden' ? tell(now) : <a href={path}>{tell(now)}</a>),
            },
            {
              key: 'before',
              title: t('voice-report:form.before'),
              numeric: true,
              cell: ({ before }) => tell(before),
            },
          ]}
        />
      ))}
      <Downloads>
        <a href={`/voice/${edition.year}${queryOf(edition)}`}>← {titleOf(edition, request)}</a>
      </Downloads>
    </>
  );
}
