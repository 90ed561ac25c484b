import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { ToldLook } from '../told-looks.ts';
import { roleWords } from '../words.ts';

/** Who looked, from which body, at what and why. */
export function LooksTable({ looks }: { looks: readonly ToldLook[] }) {
  const { t, locale } = usePage();
  return (
    <DataTable
      caption={t('journal:looks.title')}
      captionHidden
      rows={looks.map((look, index) => ({ ...look, key: String(index) }))}
      keyOf={({ key }) => key}
      empty={t('journal:looks.none')}
      columns={[
        {
          key: 'at',
          title: t('journal:looks.when'),
          heading: true,
          cell: ({ at }) => formatDateTime(at, locale),
        },
        { key: 'who', title: t('journal:looks.who'), cell: ({ roles }) => roleWords(roles, t) },
        { key: 'body', title: t('journal:looks.body'), cell: ({ body }) => body ?? '' },
        { key: 'what', title: t('journal:looks.what'), cell: ({ what }) => what?.[locale] ?? '' },
        {
          key: 'why',
          title: t('journal:looks.why'),
          cell: ({ reason }) => reason ?? t('journal:looks.work'),
        },
      ]}
    />
  );
}
