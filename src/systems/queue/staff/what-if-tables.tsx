import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { SectorTag } from '../../../kernel/page/components/tags.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { Replayed } from '../queries/what-if.ts';
import { type Answer, minutesText } from './what-if-answer.ts';

/** The waits behind the pictures: sector, hour, as it was and changed. */
export function WaitTable({ before, after }: { before: Replayed; after: Replayed }) {
  const { t, locale } = usePage();
  const rows = before.byHour.map((was) => ({
    was,
    now: after.byHour.find(({ sector, hour }) => sector === was.sector && hour === was.hour),
  }));
  const minutes = (value: number | null | undefined) => minutesText(value ?? null, locale);
  return (
    <DataTable
      caption={t('queue:whatIf.table')}
      rows={rows.filter(({ was, now }) => was.count > 0 || (now?.count ?? 0) > 0)}
      keyOf={({ was }) => `${was.sector} ${was.hour}`}
      empty={t('queue:whatIf.nobody')}
      columns={[
        {
          key: 'sector',
          title: t('queue:calls.sector'),
          heading: true,
          cell: ({ was }) => <SectorTag sector={was.sector} />,
        },
        { key: 'hour', title: t('queue:whatIf.hour'), narrow: true, cell: ({ was }) => `${was.hour}:00` },
        { key: 'people', title: t('queue:whatIf.people'), numeric: true, cell: ({ was }) => was.count },
        {
          key: 'median',
          title: t('queue:whatIf.medianWas'),
          numeric: true,
          cell: ({ was }) => minutes(was.median),
        },
        { key: 'p90', title: t('queue:whatIf.p90Was'), numeric: true, cell: ({ was }) => minutes(was.p90) },
        {
          key: 'peopleNow',
          title: t('queue:whatIf.peopleNow'),
          numeric: true,
          cell: ({ now }) => now?.count ?? 0,
        },
        {
          key: 'medianNow',
          title: t('queue:whatIf.medianNow'),
          numeric: true,
          cell: ({ now }) => minutes(now?.median),
        },
        {
          key: 'p90Now',
          title: t('queue:whatIf.p90Now'),
          numeric: true,
          cell: ({ now }) => minutes(now?.p90),
        },
      ]}
    />
  );
}

/** Whether what the tickets promised that day came true, hour by hour; the figure has the rows. */
export function Truth({ day, truth }: { day: string; truth: Answer['truth'] }) {
  const { t, locale } = usePage();
  const link = `/figures/queue.estimates-true/rows?from=${day}&to=${day}`;
  return (
    <>
      <h2 id="truth">{t('queue:whatIf.truth')}</h2>
      <DataTable
        caption={t('queue:whatIf.truthCaption')}
        rows={truth}
        keyOf={({ hour }) => String(hour)}
        empty={t('queue:whatIf.noEstimates')}
        columns={[
          { key: 'hour', title: t('queue:whatIf.hour'), heading: true, cell: ({ hour }) => `${hour}:00` },
          { key: 'told', title: t('queue:whatIf.told'), numeric: true, cell: ({ told }) => told },
          { key: 'true', title: t('queue:whatIf.cameTrue'), numeric: true, cell: ({ cameTrue }) => cameTrue },
          {
            key: 'share',
            title: t('queue:whatIf.share'),
            numeric: true,
            cell: ({ told, cameTrue }) => `${formatNumber(Math.round((100 * cameTrue) / told), locale)} %`,
          },
        ]}
      />
      {truth.length === 0 ? null : (
        <p>
          <a href={link}>{t('queue:whatIf.rows')}</a>
        </p>
      )}
    </>
  );
}
