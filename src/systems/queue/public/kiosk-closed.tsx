import { formatDate, formatTime, formatWeekday } from '../../../kernel/calendar/kyiv-time.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';

/** Outside reception hours the kiosk says when to come, and gives no ticket that nobody would call. */
export function KioskClosed({ opensAt }: { opensAt: Date | null }) {
  const { t, locale } = usePage();
  return (
    <div class="kiosk-closed">
      <h1>{t('queue:kiosk.closed')}</h1>
      {opensAt === null ? null : (
        <p>
          {t('queue:kiosk.opensAt', {
            weekday: formatWeekday(opensAt, locale),
            date: formatDate(opensAt, locale),
            time: formatTime(opensAt),
          })}
        </p>
      )}
      <p>{t('queue:kiosk.closedNote')}</p>
    </div>
  );
}
