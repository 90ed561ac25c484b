import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { formatMoneyText } from '../money.ts';
import type { refundView } from '../payment-store.ts';

export function RefundTable({ refunds }: { refunds: readonly z.output<typeof refundView>[] }) {
  const { t, locale } = usePage();
  if (refunds.length === 0) return null;
  return (
    <DataTable
      caption={t('fees:refund.title')}
      rows={refunds}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'amount',
          title: t('fees:columns.amount'),
          numeric: true,
          cell: ({ amount }) => formatMoneyText(amount, locale),
        },
        {
          key: 'reason',
          title: t('fees:refund.reason'),
          cell: ({ reason }) => t(`fees:refund.reasons.${reason}`),
        },
        {
          key: 'document',
          title: t('fees:refund.document'),
          cell: ({ documentNumber, documentDate, fileId }) => {
            const text = t('fees:refund.documentLine', {
              number: documentNumber,
              day: formatDate(documentDate, locale),
            });
            return fileId === null ? text : <a href={`/files/${fileId}`}>{text}</a>;
          },
        },
        { key: 'by', title: t('fees:refund.by'), cell: ({ recordedBy }) => recordedBy ?? '–' },
      ]}
    />
  );
}
