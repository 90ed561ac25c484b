import { formatTime, kyivDate } from '../kernel/calendar/kyiv-time.ts';
import { formatNumber } from '../kernel/i18n/format-number.ts';
import { SectorTag } from '../kernel/page/components/tags.tsx';
import { usePage } from '../kernel/page/page-context.tsx';
import { FreezeNotice, type HallState, waitWords } from '../systems/queue/index.ts';

/** How many wait in each sector and the honest wait; when the hall is closed, when it opens. */
export function CentreNow({ hall, opens }: { hall: HallState; opens: Date | null }) {
  const { t } = usePage();
  return (
    <section class="home-part" aria-labelledby="centre-now">
      <h2 id="centre-now">{t('public-site:now.title')}</h2>
      {hall.frozen === null ? null : <FreezeNotice frozen={hall.frozen} />}
      <ul class="centre-now">
        {hall.sectors.map((sector) => (
          <SectorNow key={sector.sector} sector={sector} isOpen={opens === null} />
        ))}
      </ul>
      <p class="centre-now-foot">
        {opens === null ? null : (
          <strong>{t('public-site:now.opens', { day: kyivDate(opens), time: formatTime(opens) })}</strong>
        )}
        <a href="/board/main">{t('public-site:now.board')}</a>
        <a href="/kiosk/main">{t('public-site:now.ticket')}</a>
        <a href="/calls/main">{t('public-site:now.calls')}</a>
      </p>
    </section>
  );
}

function SectorNow({ sector, isOpen }: { sector: HallState['sectors'][number]; isOpen: boolean }) {
  const { t, locale } = usePage();
  return (
    <li data-sector={sector.sector}>
      <SectorTag sector={sector.sector} />
      <p>
        <span class="centre-now-count">{formatNumber(sector.waiting, locale)}</span>{' '}
        {t('public-site:now.waiting', { count: sector.waiting })}
      </p>
      {isOpen ? <p class="soft">{waitWords(t, sector.waitMinutes)}</p> : null}
    </li>
  );
}
