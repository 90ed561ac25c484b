import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { AppealLine } from '../queries/list-appeals.ts';
import { stateName, stateTone } from '../words.ts';

export function AppealTable({ lines, today }: { lines: readonly AppealLine[]; today: string }) {
  const { t, locale } = usePage();
  const title = (name: string) => t(`appeals:columns.${name}`);
  return (
    <DataTable
      caption={t('appeals:list.title')}
      captionHidden
      rows={lines}
      keyOf={({ id }) => id}
      empty={t('appeals:list.empty')}
      mark={({ isOpen, dueOn }) => (isOpen && dueOn !== null && dueOn < today ? 'late' : undefined)}
      columns={[
        {
          key: 'number',
          title: title('index'),
          heading: true,
          narrow: true,
          cell: ({ id, index, number }) => (
            <>
              <a href={`/desk/appeals/${id}`}>{index}</a> <small>{number}</small>
            </>
          ),
        },
        {
          key: 'topic',
          title: title('topic'),
          cell: (line) => (
            <>
              {line.title}
              {line.priority ? <> · {t('appeals:fields.priority')}</> : null}
              {line.sign === 'first' || line.sign === 'not-stated' ? null : (
                <> · {t(`appeals:signs.${line.sign}`)}</>
              )}
            </>
          ),
        },
        { key: 'author', title: title('author'), cell: ({ author }) => author ?? '–' },
        {
          key: 'state',
          title: title('state'),
          cell: ({ state }) => <StatusTag tone={stateTone(state)}>{stateName(state, locale)}</StatusTag>,
        },
        { key: 'executor', title: title('executor'), cell: ({ executor, unit }) => executor ?? unit ?? '–' },
        { key: 'day', title: title('day'), narrow: true, cell: ({ day }) => formatDate(day, locale) },
        {
          key: 'due',
          title: title('due'),
          narrow: true,
          cell: ({ dueOn, isOpen }) => (dueOn === null || !isOpen ? '–' : <DueBadge dueOn={dueOn} />),
        },
      ]}
    />
  );
}
