import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { READERS } from '../law-input.ts';
import { overview } from '../queries/overview.ts';
import { LawTabs } from './law-tabs.tsx';

type Overview = z.output<(typeof overview)['output']>;

/** What a lawyer should look at first. */
export const overviewPage = definePage({
  path: '/desk/law',
  may: READERS,
  shell: 'staff',
  get: async (request) =>
    view(request.t('law:overview.title'), <OverviewView state={await request.ask(overview, {})} />),
});

function OverviewView({ state }: { state: Overview }) {
  const { t, locale } = usePage();
  const { martialLaw, nextClosure } = state;
  return (
    <>
      <h1>{t('law:overview.title')}</h1>
      <LawTabs current="overview" />
      <p class="lead">{t('law:overview.lead')}</p>
      {martialLaw.state === 'ended' && martialLaw.to !== null ? (
        <Notice kind="attention" title={t('law:overview.martialLawEnded', { date: martialLaw.to })}>
          <p>
            {t('law:overview.martialLawWhat')} <a href="/desk/law/calendar">{t('law:overview.toCalendar')}</a>
          </p>
        </Notice>
      ) : null}
      {state.recounts > 0 ? <Notice>{t('law:overview.recounting')}</Notice> : null}
      <SummaryList
        lines={[
          {
            term: t('law:overview.rules'),
            value: formatNumber(state.rules, locale),
            action: <a href="/desk/law/terms">{t('law:overview.open')}</a>,
          },
          {
            term: t('law:overview.toConfirm'),
            value: formatNumber(state.toConfirm, locale),
            action: <a href="/desk/law/terms?toConfirm=on">{t('law:overview.toConfirmOpen')}</a>,
          },
          {
            term: t('law:overview.martialLaw'),
            value: t(`law:overview.martialLawStates.${martialLaw.state}`),
            action: <a href="/desk/law/calendar">{t('law:overview.toCalendar')}</a>,
          },
          {
            term: t('law:overview.nextClosure'),
            value:
              nextClosure === null
                ? t('law:overview.noClosure')
                : `${formatDate(nextClosure.from, locale)} – ${formatDate(nextClosure.until, locale)}`,
            action: <a href="/desk/law/reception">{t('law:overview.toReception')}</a>,
          },
        ]}
      />
      <h2>{t('law:overview.howTitle')}</h2>
      <ul>
        {(['how1', 'how2', 'how3'] as const).map((key) => (
          <li key={key}>{t(`law:overview.${key}`)}</li>
        ))}
      </ul>
    </>
  );
}
