import type { z } from 'zod';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { type Column, DataTable } from '../../../kernel/page/components/data-table.tsx';
import { FigureNumber, FigureRow } from '../../../kernel/page/components/figure-number.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import type { Translate } from '../../../kernel/i18n/translate.ts';
import { controlOfTerms } from '../queries/control-of-terms.ts';
import { holderName } from '../../../kernel/cases/view/holder-name.ts';
import { lineColumns } from './line-columns.ts';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';

type Control = z.output<(typeof controlOfTerms)['output']>;
type Body = Control['bodies'][number];
type Late = Control['late'][number];

const COUNTS = ['overdue', 'dueToday', 'dueSoon', 'open', 'paused'] as const;

/** The head's page: what is late, what will be, in which body, and whose days they were. */
export const termsPage = definePage({
  path: '/desk/terms',
  may: ['head', 'auditor'],
  shell: 'staff',
  async get(request) {
    const { t } = request;
    const unit = request.query['unit']?.slice(0, 60);
    const { format } = request.query;
    const title = t('applications:terms.title');
    const control = await request.ask(controlOfTerms, {
      ...(unit === undefined ? {} : { unit }),
      ...(format === undefined ? {} : { limit: 1000 }),
    });
    if (isListFormat(format)) return listDownload(lateColumns(request), control.late, format, title);
    return view(title, <Terms control={control} unit={unit} />);
  },
});

function lateColumns({ t, locale }: PageRequest) {
  return [
    ...lineColumns(t, locale).map((column) => ({ ...column, value: (row: Late) => column.value(row) })),
    { title: t('applications:columns.daysLate'), width: 10, value: ({ daysLate }: Late) => daysLate },
    { title: t('applications:columns.holders'), width: 50, value: (row: Late) => holdersOf(row, t) },
  ];
}

/** «Архітектура – 12 днів, заявник – 3 дні». */
function holdersOf({ holders }: Late, t: Translate): string {
  return holders
    .filter(({ days }) => days > 0)
    .map(
      ({ holderKind, holder, days }) =>
        `${holderName(holderKind, holder, t)} – ${t('page:timeline.days', { count: days })}`,
    )
    .join(', ');
}

function Terms({ control, unit }: { control: Control; unit: string | undefined }) {
  const { t, locale } = usePage();
  const total = (name: (typeof COUNTS)[number]) => control.bodies.reduce((sum, body) => sum + body[name], 0);
  return (
    <>
      <h1>{t('applications:terms.title')}</h1>
      <FigureRow>
        {COUNTS.map((name) => (
          <FigureNumber
            key={name}
            name={t(`applications:counts.${name}`)}
            value={formatNumber(total(name), locale)}
          />
        ))}
      </FigureRow>
      <h2>{t('applications:terms.byBody')}</h2>
      {unit === undefined ? null : (
        <p>
          <a href="/desk/terms">{t('applications:terms.allBodies')}</a>
        </p>
      )}
      <BodyTable bodies={control.bodies} />
      <h2>{t('applications:terms.late')}</h2>
      <p>{t('cases:ledger.lead')}</p>
      <LateTable late={control.late} />
      <Downloads />
    </>
  );
}

function BodyTable({ bodies }: { bodies: readonly Body[] }) {
  const { t, locale } = usePage();
  const counted = (name: (typeof COUNTS)[number]): Column<Body> => ({
    key: name,
    title: t(`applications:counts.${name}`),
    numeric: true,
    cell: (body) => formatNumber(body[name], locale),
  });
  return (
    <DataTable
      caption={t('applications:terms.byBody')}
      captionHidden
      rows={bodies}
      keyOf={({ code }) => code ?? 'none'}
      empty={t('applications:terms.noWork')}
      mark={({ overdue }) => (overdue > 0 ? 'late' : undefined)}
      columns={[
        {
          key: 'body',
          title: t('applications:columns.body'),
          heading: true,
          cell: ({ code, body }) =>
            code === null ? t('applications:terms.noBody') : <a href={`/desk/terms?unit=${code}`}>{body}</a>,
        },
        ...COUNTS.map(counted),
      ]}
    />
  );
}

function LateTable({ late }: { late: readonly Late[] }) {
  const { t } = usePage();
  const column = (key: string) => ({ key, title: t(`applications:columns.${key}`) });
  return (
    <DataTable
      caption={t('applications:terms.late')}
      captionHidden
      rows={late}
      keyOf={({ id }) => id}
      empty={t('applications:terms.nobodyLate')}
      columns={[
        {
          ...column('number'),
          heading: true,
          narrow: true,
          cell: ({ id, number }) => <a href={`/desk/applications/${id}`}>{number}</a>,
        },
        { ...column('service'), cell: ({ service }) => service },
        { ...column('body'), cell: ({ body }) => body ?? '–' },
        { ...column('executor'), cell: ({ executor }) => executor ?? t('applications:work.nobody') },
        {
          ...column('due'),
          narrow: true,
          cell: ({ dueOn }) => (dueOn === null ? '–' : <DueBadge dueOn={dueOn} />),
        },
        { ...column('holders'), cell: (row) => holdersOf(row, t) },
      ]}
    />
  );
}
