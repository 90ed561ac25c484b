import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { RowView } from '../queries/list-rows.ts';
import { readable, roleWords } from '../words.ts';

export function JournalTable({ rows }: { rows: readonly RowView[] }) {
  const { t, locale } = usePage();
  return (
    <DataTable
      caption={t('journal:page.title')}
      captionHidden
      rows={rows}
      keyOf={({ id }) => String(id)}
      empty={t('journal:page.none')}
      columns={[
        {
          key: 'at',
          title: t('journal:table.at'),
          heading: true,
          narrow: true,
          cell: (row) => <Moment row={row} />,
        },
        {
          key: 'who',
          title: t('journal:table.who'),
          cell: (row) => (
            <>
              {row.actorName ?? ''} <span class="journal-note">{roleWords(row.actorRoles, t)}</span>
              {row.importedBy === null ? null : (
                <span class="journal-note">{t('journal:table.importedBy', { name: row.importedBy })}</span>
              )}
            </>
          ),
        },
        { key: 'unit', title: t('journal:table.unit'), cell: ({ unit }) => unit ?? '' },
        {
          key: 'what',
          title: t('journal:table.what'),
          cell: (row) => (
            <>
              {row.title?.[locale] ?? row.name}{' '}
              <span class="journal-note">{`${t(`journal:kinds.${row.kind}`)} · ${row.name}`}</span>
            </>
          ),
        },
        {
          key: 'subjects',
          title: t('journal:table.subjects'),
          cell: (row) => <Subjects subjects={row.subjects} />,
        },
        { key: 'details', title: t('journal:table.details'), cell: (row) => <Details row={row} /> },
      ]}
    />
  );
}

function Moment({ row: { occurredAt, recordedAt } }: { row: RowView }) {
  const { t, locale } = usePage();
  const late = occurredAt.getTime() !== recordedAt.getTime();
  return (
    <>
      {formatDateTime(recordedAt, locale)}
      {late ? (
        <span class="journal-note">
          {t('journal:table.occurred', { moment: formatDateTime(occurredAt, locale) })}
        </span>
      ) : null}
    </>
  );
}

/** Cases by their numbers; the rest by kind and the beginning of the id. */
function Subjects({ subjects }: Pick<RowView, 'subjects'>) {
  const shown = subjects.slice(0, 3);
  return (
    <>
      {shown.map(({ kind, id, number }) => (
        <a key={id} class="journal-subject" href={`?subject=${encodeURIComponent(number ?? id)}`}>
          {number ?? `${kind} ${id.slice(0, 8)}`}
        </a>
      ))}
      {subjects.length > shown.length ? `+${subjects.length - shown.length}` : null}
    </>
  );
}

function Details({ row: { id, input, changes, reason } }: { row: RowView }) {
  const { t } = usePage();
  return (
    <details>
      <summary>
        {t('journal:table.open')} <span class="unseen">{t('journal:table.detailsOf', { id })}</span>
      </summary>
      {reason === null ? null : <p>{t('journal:table.reason', { reason })}</p>}
      {changes.map(({ field, before, after }) => (
        <p key={field} class="wrap-anywhere">
          <code>{field}</code>: {readable(before)} → {readable(after)}
        </p>
      ))}
      <pre class="journal-input">{JSON.stringify(input, null, 1)}</pre>
    </details>
  );
}
