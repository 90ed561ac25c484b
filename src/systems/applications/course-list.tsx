import { DataTable } from '../../kernel/page/components/data-table.tsx';
import { Timeline } from '../../kernel/page/components/timeline.tsx';
import { formatNumber } from '../../kernel/i18n/format-number.ts';
import { formatDateTime } from '../../kernel/calendar/kyiv-time.ts';
import { usePage } from '../../kernel/page/page-context.tsx';
import type { Course } from './course-view.ts';
import { holderName } from './words.ts';

/** What happened, when, and who had the case from then on. */
export function CourseTimeline({ course, isOpen }: { course: Course; isOpen: boolean }) {
  const { t } = usePage();
  const last = course.events.at(-1)?.seq;
  return (
    <Timeline
      entries={course.events.map(({ seq, type, at, holderKind, holder, actor, why }) => ({
        key: `${seq}`,
        title: t(`applications:events.${type}`),
        at,
        step: isOpen && seq === last ? ('now' as const) : ('done' as const),
        ...(actor === null && why === null ? {} : { note: why ?? actor }),
        ...(holderKind === 'closed' ? {} : { holder: holderName(holderKind, holder, t) }),
      }))}
    />
  );
}

/** «Чий це день»: half-open periods whose days sum up to the whole. */
export function DayLedger({ course }: { course: Course }) {
  const { t, locale } = usePage();
  return (
    <DataTable
      caption={t('applications:ledger.title')}
      rows={course.ledger.map((period, index) => ({ ...period, key: `${index}` }))}
      keyOf={({ key }) => key}
      empty={t('applications:ledger.empty')}
      columns={[
        {
          key: 'holder',
          title: t('applications:ledger.holder'),
          heading: true,
          cell: ({ holderKind, holder }) => holderName(holderKind, holder, t),
        },
        {
          key: 'from',
          title: t('applications:ledger.from'),
          cell: ({ from }) => formatDateTime(from, locale),
        },
        {
          key: 'to',
          title: t('applications:ledger.to'),
          cell: ({ to }) => formatDateTime(to, locale),
        },
        {
          key: 'days',
          title: t('applications:ledger.days'),
          numeric: true,
          cell: ({ days }) => formatNumber(days, locale),
        },
      ]}
      totals={[t('applications:ledger.total'), '', '', formatNumber(course.days, locale)]}
    />
  );
}
