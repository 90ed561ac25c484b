import { definePage, view } from '../../../kernel/page/define-page.ts';
import { DEVICE_COOKIE, thisDevice } from '../../devices/index.ts';
import { useT } from '../../../kernel/page/page-context.tsx';
import { KioskClosed } from './kiosk-closed.tsx';
import type { HallState, SectorNow } from '../hall-state.ts';
import { hallState } from '../queries/hall-state.ts';
import { FreezeNotice } from './freeze-notice.tsx';
import { waitWords } from './wait-words.ts';

/** The kiosk's first screen: three sectors fill it. */
export const kioskSectors = definePage({
  path: '/kiosk/:hall',
  may: 'anyone',
  shell: 'kiosk',
  async get(request) {
    const hall = request.params['hall'] ?? '';
    const state = await request.ask(hallState, { hall });
    const { device } = await request.ask(thisDevice, { token: request.cookie(DEVICE_COOKIE) });
    if (device !== null && (device.closedForGood || device.closedUntil !== null)) {
      return view(request.t('queue:kiosk.title'), <KioskClosed opensAt={device.closedUntil} />, {
        live: `/live/device/${device.id}`,
      });
    }
    return view(request.t('queue:kiosk.title'), <Sectors state={state} />, { live: `/live/hall/${hall}` });
  },
});

function Sectors({ state }: { state: HallState }) {
  const t = useT();
  return (
    <>
      <h1>{t('queue:kiosk.question')}</h1>
      {state.frozen === null ? null : <FreezeNotice frozen={state.frozen} />}
      <ul class="kiosk-tiles">
        {state.sectors.map((sector) => (
          <li key={sector.sector} data-sector={sector.sector}>
            <SectorTile hall={state.hall} sector={sector} />
          </li>
        ))}
      </ul>
      <a class="kiosk-choice kiosk-booked" href={`/kiosk/${state.hall}/booking`}>
        <span>{t('queue:kiosk.booked')}</span>
        <span class="kiosk-choice-note">{t('queue:kiosk.bookedNote')}</span>
      </a>
    </>
  );
}

function SectorTile({ hall, sector }: { hall: string; sector: SectorNow }) {
  const t = useT();
  return (
    <a class="kiosk-tile" href={`/kiosk/${hall}/${sector.sector}`}>
      <span class="kiosk-letter" aria-hidden="true">
        {sector.letter}
      </span>
      <span>
        <span class="kiosk-word">{t(`page:sector.${sector.sector}.name`)}</span>
        <span class="kiosk-note">{t(`queue:kiosk.examples.${sector.sector}`)}</span>
        <span class="kiosk-note">
          {t('queue:waiting', { count: sector.waiting })} · {waitWords(t, sector.waitMinutes)}
        </span>
      </span>
    </a>
  );
}
