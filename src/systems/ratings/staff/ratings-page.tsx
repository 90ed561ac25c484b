import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { SectorTag } from '../../../kernel/page/components/tags.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { listRatings } from '../queries/list-ratings.ts';

/** What visitors said, newest first; low marks by one click. */
export const ratingsPage = definePage({
  path: '/desk/ratings',
  may: ['head', 'auditor'],
  shell: 'staff',
  get: async (request) => {
    const { t, locale } = request;
    const lowOnly = request.query['low'] === 'on';
    const { ratings } = await request.ask(listRatings, { lowOnly });
    return view(
      t('ratings:list.title'),
      <>
        <h1>{t('ratings:list.title')}</h1>
        <p>
          <a href={lowOnly ? '/desk/ratings' : '/desk/ratings?low=on'}>
            {t(lowOnly ? 'ratings:list.all' : 'ratings:list.low')}
          </a>
        </p>
        <DataTable
          caption={t('ratings:list.title')}
          rows={ratings}
          keyOf={(row) => row.id}
          empty={t('ratings:list.noneHint')}
          columns={[
            { key: 'day', title: t('ratings:list.day'), cell: (row) => formatDate(row.day, locale) },
            {
              key: 'sector',
              title: t('ratings:list.sector'),
              cell: (row) => <SectorTag sector={row.sector} />,
            },
            { key: 'mark', title: t('ratings:list.mark'), numeric: true, cell: (row) => row.mark },
            { key: 'comment', title: t('ratings:list.comment'), cell: (row) => row.comment ?? '–' },
          ]}
        />
      </>,
    );
  },
});
