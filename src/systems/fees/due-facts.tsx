import { formatDate } from '../../kernel/calendar/kyiv-time.ts';
import { SummaryList } from '../../kernel/page/components/summary-list.tsx';
import { usePage } from '../../kernel/page/page-context.tsx';
import { groupedIban, groupedPayCode } from './bank-codes.ts';
import type { Due } from './due-store.ts';
import { formatMoneyText, formatPercent } from './money.ts';

type Facts = Omit<Due, 'caseId' | 'cancelReason'>;

/** How the sum was counted, and where the money goes: the same on the screen, the bill and the desk. */
export function DueFacts({ due }: { due: Facts }) {
  const { t, locale } = usePage();
  const word = (name: string) => t(`fees:due.${name}`);
  return (
    <SummaryList
      lines={[
        { term: word('service'), value: due.serviceName },
        { term: word('case'), value: due.caseNumber },
        { term: word('amount'), value: <strong>{formatMoneyText(due.amount, locale)}</strong> },
        { term: word('how'), value: howCounted() },
        { term: word('paid'), value: due.paid === '0.00' ? null : formatMoneyText(due.paid, locale) },
        {
          term: word('refunded'),
          value: due.refunded === '0.00' ? null : formatMoneyText(due.refunded, locale),
        },
        { term: word('code'), value: groupedPayCode(due.code) },
        { term: word('recipient'), value: due.recipient },
        { term: word('edrpou'), value: due.edrpou },
        { term: word('iban'), value: groupedIban(due.iban) },
        { term: word('budgetCode'), value: due.budgetCode },
        { term: word('purpose'), value: due.purpose },
        { term: word('charged'), value: formatDate(due.chargedOn, locale) },
      ]}
    />
  );

  function howCounted(): string {
    const parts = [
      due.variantTitle,
      due.basisPoints === null || due.baseAmount === null || due.baseFrom === null
        ? null
        : t('fees:share', {
            percent: formatPercent(due.basisPoints, locale),
            base: formatMoneyText(due.baseAmount, locale),
            day: formatDate(due.baseFrom, locale),
          }),
      due.waiverTitle === null
        ? null
        : t('fees:waived', { title: due.waiverTitle, percent: due.waiverPercent ?? 0 }),
      due.article,
    ];
    return parts.filter((part) => part !== null).join('. ');
  }
}
