import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { looksAtResident, type ResidentLook } from '../queries/looks-at-resident.ts';

/** Who opened this person's card and why; the auditor reads it without opening the card. */
export const looksPage = definePage({
  path: '/desk/residents/:id/looks',
  may: ['administrator', 'specialist', 'auditor'],
  shell: 'staff',
  get: async (request) => {
    const residentId = request.params['id'] ?? '';
    const { looks } = await request.ask(looksAtResident, { residentId });
    return view(
      request.t('community-register:card.looks'),
      <>
        <h1>{request.t('community-register:card.looks')}</h1>
        <p>{request.t('community-register:look.told')}</p>
        <LookTable looks={looks} />
      </>,
    );
  },
});

function LookTable({ looks }: { looks: readonly ResidentLook[] }) {
  const { t, locale } = usePage();
  return (
    <DataTable
      caption={t('community-register:card.looks')}
      captionHidden
      rows={looks.map((look, index) => ({ ...look, index }))}
      keyOf={({ index }) => String(index)}
      empty={t('community-register:look.nobody')}
      columns={[
        {
          key: 'at',
          title: t('community-register:look.at'),
          narrow: true,
          cell: ({ at }) => formatDateTime(at, locale),
        },
        {
          key: 'who',
          title: t('community-register:look.who'),
          heading: true,
          cell: ({ name }) => name ?? '–',
        },
        {
          key: 'what',
          title: t('community-register:look.what'),
          cell: ({ title }) => title?.[locale] ?? '–',
        },
        { key: 'why', title: t('community-register:look.why'), cell: ({ reason }) => reason ?? '–' },
      ]}
    />
  );
}
