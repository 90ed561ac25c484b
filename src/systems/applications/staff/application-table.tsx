import type { ComponentChildren } from 'preact';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { ApplicationLine } from '../line-view.ts';
import { stateName, stateTone } from '../words.ts';

export interface ApplicationTableProps {
  readonly caption: string;
  readonly rows: readonly ApplicationLine[];
  readonly empty: ComponentChildren;
}

/** Dense: a row is a case, the number opens it. Only what is late is red. */
export function ApplicationTable({ caption, rows, empty }: ApplicationTableProps) {
  const { t, locale, now } = usePage();
  const today = kyivDate(now);
  const column = (key: string) => ({ key, title: t(`applications:columns.${key}`) });
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      keyOf={({ id }) => id}
      id="case"
      empty={empty}
      mark={({ isOpen, dueOn }) => (isOpen && dueOn !== null && dueOn < today ? 'late' : undefined)}
      columns={[
        {
          ...column('number'),
          heading: true,
          narrow: true,
          cell: ({ id, number }) => <a href={`/desk/applications/${id}`}>{number}</a>,
        },
        { ...column('service'), cell: ({ service }) => service },
        { ...column('applicant'), cell: (row) => <Applicant row={row} /> },
        { ...column('due'), narrow: true, cell: (row) => <Due row={row} /> },
        {
          ...column('state'),
          narrow: true,
          cell: ({ state }) => <StatusTag tone={stateTone(state)}>{stateName(state, locale)}</StatusTag>,
        },
        { ...column('body'), cell: ({ body }) => body ?? '–' },
        {
          ...column('registered'),
          narrow: true,
          cell: ({ registeredAt }) => formatDate(registeredAt, locale),
        },
      ]}
    />
  );
}

function Applicant({ row: { applicant, applicantCode } }: { row: ApplicationLine }) {
  return (
    <>
      {applicant ?? '–'}
      {applicantCode === null ? null : <small> {applicantCode}</small>}
    </>
  );
}

function Due({ row: { dueOn, isOpen, paused } }: { row: ApplicationLine }) {
  const { t } = usePage();
  if (paused) return <>{t('applications:columns.paused')}</>;
  return dueOn === null ? <>–</> : <DueBadge dueOn={dueOn} finished={!isOpen} />;
}
