import { usePage } from '../../../kernel/page/page-context.tsx';
import type { FrequentReason } from '../frequent-reasons.ts';

/** «За що найчастіше відмовляють»: what the people before you met. */
export function FrequentList({ reasons }: { reasons: readonly FrequentReason[] }) {
  const { t, locale } = usePage();
  if (reasons.length === 0) return null;
  const total = reasons.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <h2>{t('service-catalogue:ready.often')}</h2>
      <ul>
        {reasons.map(({ source, text, textEn, count }) => (
          <li key={`${source} ${text}`}>
            {locale === 'uk' ? text : textEn}{' '}
            <span class="soft">
              – {t('service-catalogue:ready.times', { count })}, {t(`service-catalogue:frequent.${source}`)}
            </span>
          </li>
        ))}
      </ul>
      <p class="soft">{t('service-catalogue:ready.oftenLead', { count: total })}</p>
    </>
  );
}
