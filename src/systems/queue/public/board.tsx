import { definePage, view } from '../../../kernel/page/define-page.ts';
import { formatTime } from '../../../kernel/calendar/kyiv-time.ts';
import { usePage, useT } from '../../../kernel/page/page-context.tsx';
import type { CalledNow, HallState } from '../hall-state.ts';
import { hallState } from '../queries/hall-state.ts';

/** The television of the hall: the last call large for twenty seconds, then in the list; silence between. */
export const board = definePage({
  path: '/board/:hall',
  may: 'anyone',
  shell: 'board',
  async get(request) {
    const hall = request.params['hall'] ?? '';
    const state = await request.ask(hallState, { hall });
    const body = state.frozen === null ? <Calls state={state} /> : <Frozen frozen={state.frozen} />;
    return view(request.t('queue:board.title'), body, { live: `/live/hall/${hall}`, scripts: ['board'] });
  },
});

/** For how long the last call is large. */
const LARGE_SECONDS = 20;
const LISTED = 8;

function Calls({ state }: { state: HallState }) {
  const { now, locale } = usePage();
  const { lastCall } = state;
  const isLarge = lastCall !== null && now.getTime() - Date.parse(lastCall.at) < LARGE_SECONDS * 1000;
  return (
    <>
      <header class="board-head">
        <h1 class="board-hall">{locale === 'uk' ? state.name : state.nameEn}</h1>
        <time class="board-clock" data-clock="">
          {formatTime(now)}
        </time>
      </header>
      {lastCall === null ? null : <LargeCall call={lastCall} hidden={!isLarge} />}
      <QuietSide state={state} hidden={isLarge} />
      <ol class="board-list" aria-live="polite">
        {state.called.slice(0, LISTED).map((call) => (
          <CallLine key={call.number} call={call} hidden={isLarge && call.number === lastCall.number} />
        ))}
      </ol>
    </>
  );
}

function LargeCall({ call, hidden }: { call: CalledNow; hidden: boolean }) {
  const t = useT();
  return (
    <section
      id="board-call"
      class="board-call"
      hidden={hidden}
      data-sector={call.sector}
      data-number={call.number}
      data-call={`${call.number} ${call.at}`}
      data-until={Date.parse(call.at) + LARGE_SECONDS * 1000}
      data-say={t('queue:board.say', { number: spoken(call.number), window: call.window })}
    >
      <p class="board-sector">{t(`page:sector.${call.sector}.name`)}</p>
      <p class="board-number">{call.number}</p>
      <p class="board-window">{t('queue:board.window', { window: call.window })}</p>
    </section>
  );
}

/** Between calls: who waits in each sector. */
function QuietSide({ state, hidden }: { state: HallState; hidden: boolean }) {
  const t = useT();
  return (
    <section id="board-quiet" class="board-quiet" hidden={hidden}>
      {state.sectors.map((sector) => (
        <p key={sector.sector} data-sector={sector.sector}>
          <span class="board-sector">{t(`page:sector.${sector.sector}.name`)}</span>{' '}
          <span>{t('queue:waiting', { count: sector.waiting })}</span>
        </p>
      ))}
    </section>
  );
}

function CallLine({ call, hidden }: { call: CalledNow; hidden: boolean }) {
  const t = useT();
  return (
    <li data-number={call.number} data-sector={call.sector} hidden={hidden}>
      <span>{call.number}</span>
      <span class="board-arrow" aria-hidden="true">
        →
      </span>
      <span aria-label={t('queue:board.window', { window: call.window })}>{call.window}</span>
    </li>
  );
}

function Frozen({ frozen }: { frozen: NonNullable<HallState['frozen']> }) {
  const { t, locale, now } = usePage();
  return (
    <section class="board-freeze" role="alert">
      <h1>{t(`queue:freeze.${frozen.reason}.title`)}</h1>
      <p>{t('queue:freeze.shelter', { place: locale === 'uk' ? frozen.shelter : frozen.shelterEn })}</p>
      <p>{t('queue:freeze.kept')}</p>
      <time class="board-clock" data-clock="">
        {formatTime(now)}
      </time>
    </section>
  );
}

/** «А-017» is said «А, 17»: a voice reads zeros and hyphens aloud. */
function spoken(number: string): string {
  const [letter = '', digits = ''] = number.split('-');
  return `${letter}, ${Number(digits)}`;
}
