import { DataTable } from '../../page/components/data-table.tsx';
import { Timeline } from '../../page/components/timeline.tsx';
import { formatNumber } from '../../i18n/format-number.ts';
import { formatDateTime } from '../../calendar/kyiv-time.ts';
import { usePage } from '../../page/page-context.tsx';
import type { Course } from './course-view.ts';
import { holderName } from './holder-name.ts';

export interface CourseTimelineProps {
  readonly course: Course;
  readonly isOpen: boolean;
  /** Where the events have their words: `<system>:events.<type>`. */
  readonly system: string;
}

/** What happened, when, and who had the case from then on. */
export function CourseTimeline({ course, isOpen, system }: CourseTimelineProps) {
  const { t } = usePage();
  const last = course.events.at(-1)?.seq;
  return (
    <Timeline
      entries={course.events.map(({ seq, type, at, holderKind, holder, actor, why }) => ({
        key: `${seq}`,
        title: t(`${system}:events.${type}`),
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
      caption={t('cases:ledger.title')}
      rows={course.ledger.map((period, index) => ({ ...period, key: `${index}` }))}
      keyOf={({ key }) => key}
      empty={t('cases:ledger.empty')}
      columns={[
        {
          key: 'holder',
          title: t('cases:ledger.holder'),
          heading: true,
          cell: ({ holderKind, holder }) => holderName(holderKind, holder, t),
        },
        {
          key: 'from',
          title: t('cases:ledger.from'),
          cell: ({ from }) => formatDateTime(from, locale),
        },
        {
          key: 'to',
          title: t('cases:ledger.to'),
          cell: ({ to }) => formatDateTime(to, locale),
        },
        {
          key: 'days',
          title: t('cases:ledger.days'),
          numeric: true,
          cell: ({ days }) => formatNumber(days, locale),
        },
      ]}
      totals={[t('cases:ledger.total'), '', '', formatNumber(course.days, locale)]}
    />
  );
}
