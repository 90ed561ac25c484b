import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Translate } from '../../../kernel/i18n/translate.ts';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { type LateLineView, listLate } from '../queries/list-late.ts';
import { RegisterTabs } from './register-tabs.tsx';

/** КМУ 588: the same day, at latest the next working one. Here is what was not so. */
export const latePage = definePage({
  path: '/desk/registers/late',
  may: ['administrator', 'head', 'auditor'],
  shell: 'staff',
  async get(request) {
    const { waiting, handed } = await request.ask(listLate, {});
    const title = request.t('handover-registers:late.title');
    const { format } = request.query;
    if (isListFormat(format))
      return listDownload(columnsOf(request.t), [...waiting, ...handed], format, title);
    return view(title, <Late waiting={waiting} handed={handed} />);
  },
});

function columnsOf(t: Translate): readonly ListColumn<LateLineView>[] {
  const title = (name: string) => t(`handover-registers:columns.${name}`);
  return [
    { title: title('case'), width: 20, value: ({ caseNumber }) => caseNumber },
    { title: title('service'), width: 50, value: (line) => line.title },
    { title: title('body'), width: 40, value: ({ unitName }) => unitName },
    { title: title('filed'), width: 12, value: ({ filedOn }) => filedOn },
    { title: title('due'), width: 12, value: ({ dueOn }) => dueOn },
    { title: title('handed'), width: 12, value: ({ handedOn }) => handedOn },
  ];
}

function Late({ waiting, handed }: { waiting: readonly LateLineView[]; handed: readonly LateLineView[] }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('handover-registers:late.title')}</h1>
      <RegisterTabs current="/desk/registers/late" />
      <p>{t('handover-registers:late.lead')}</p>
      <LateTable
        caption={t('handover-registers:late.waiting')}
        rows={waiting}
        empty={t('handover-registers:late.noWaiting')}
      />
      <LateTable
        caption={t('handover-registers:late.handed')}
        rows={handed}
        empty={t('handover-registers:late.noHanded')}
      />
      <p>
        <LinkButton look="quiet" href="/desk/registers/late?format=xlsx" download>
          XLSX
        </LinkButton>{' '}
        <LinkButton look="quiet" href="/desk/registers/late?format=csv" download>
          CSV
        </LinkButton>
      </p>
    </>
  );
}

function LateTable({
  caption,
  rows,
  empty,
}: {
  caption: string;
  rows: readonly LateLineView[];
  empty: string;
}) {
  const { t, locale } = usePage();
  const title = (name: string) => t(`handover-registers:columns.${name}`);
  return (
    <>
      <h2>{caption}</h2>
      <DataTable
        caption={caption}
        captionHidden
        rows={rows}
        keyOf={({ caseId, filedOn }) => `${caseId} ${filedOn}`}
        empty={empty}
        mark={({ handedOn }) => (handedOn === null ? 'late' : undefined)}
        columns={[
          {
            key: 'case',
            title: title('case'),
            heading: true,
            narrow: true,
            cell: ({ caseId, caseNumber }) => <a href={`/desk/applications/${caseId}`}>{caseNumber}</a>,
          },
          { key: 'service', title: title('service'), cell: (line) => line.title },
          { key: 'body', title: title('body'), cell: ({ unitName }) => unitName },
          {
            key: 'filed',
            title: title('filed'),
            narrow: true,
            cell: ({ filedOn }) => formatDate(filedOn, locale),
          },
          { key: 'due', title: title('due'), narrow: true, cell: ({ dueOn }) => formatDate(dueOn, locale) },
          {
            key: 'handed',
            title: title('handed'),
            narrow: true,
            cell: ({ handedOn }) =>
              handedOn === null ? t('handover-registers:late.lies') : formatDate(handedOn, locale),
          },
        ]}
      />
    </>
  );
}
