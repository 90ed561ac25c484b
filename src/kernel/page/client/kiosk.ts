/** Nobody touches the screen: it returns to its beginning, so that the next person starts anew. */
const RETRY_SECONDS = 5;
const FRESH = 'lang=uk&largeType=off&contrast=off&theme=system';

const frame = document.querySelector<HTMLElement>('[data-idle]');
if (frame !== null) watch(frame.dataset['home'] ?? '/kiosk', Number(frame.dataset['idle']));
addEventListener('contextmenu', (event) => event.preventDefault());

function watch(home: string, seconds: number): void {
  let timer = setTimeout(() => void leave(), seconds * 1000);

  function waitFor(wanted: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void leave(), wanted * 1000);
  }

  async function leave(): Promise<void> {
    if (isFresh(home)) return waitFor(seconds);
    try {
      // The browser's own error page would end the kiosk: it leaves only for a server that answers.
      const answer = await fetch(home, { cache: 'no-store' });
      if (!answer.ok) return waitFor(RETRY_SECONDS);
      location.replace(`/preferences?${FRESH}&back=${encodeURIComponent(home)}`);
    } catch {
      waitFor(RETRY_SECONDS);
    }
  }

  for (const touch of ['pointerdown', 'keydown', 'touchmove']) {
    addEventListener(touch, () => waitFor(seconds), { passive: true });
  }
}

/** The first screen in Ukrainian and usual type: what the last person chose has gone with her. */
function isFresh(home: string): boolean {
  const { lang, dataset } = document.documentElement;
  return (
    location.pathname === home &&
    lang === 'uk' &&
    dataset['type'] === undefined &&
    dataset['contrast'] === undefined
  );
}
