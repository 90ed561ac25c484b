import { Idiomorph } from 'idiomorph';

/** Milliseconds without a connection after which the person is told. */
const PATIENCE = 5_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

const main = document.querySelector<HTMLElement>('[data-live]');
if (main?.dataset['live']) listen(main.dataset['live']);

/** Opens the stream and, should the browser give it up, opens it again later and later. */
function listen(address: string): void {
  let wait = FIRST_WAIT;
  const lost = lostLine();

  function open(): void {
    const source = new EventSource(address);
    source.addEventListener('open', () => {
      wait = FIRST_WAIT;
      // What changed while the line was down is not sent again: the page is fetched once.
      if (lost.over()) void refresh();
    });
    source.addEventListener('message', () => void refresh());
    source.addEventListener('error', () => {
      lost.begin();
      source.close();
      // Spread out, so that 500 boards do not come back in the same instant.
      setTimeout(open, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
    addEventListener('pagehide', () => source.close(), { once: true });
  }

  open();
}

let fetching = false;
let again = false;

/** One fetch at a time; messages that come meanwhile are one more fetch after it. */
async function refresh(): Promise<void> {
  if (fetching) {
    again = true;
    return;
  }
  fetching = true;
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (answer.ok) show(await answer.text());
  } catch {
    // The stream's own error tells the person and opens it again.
  } finally {
    fetching = false;
    if (again) {
      again = false;
      void refresh();
    }
  }
}

function show(html: string): void {
  const next = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
  const shown = document.querySelector('main');
  if (next === null || shown === null) return;
  void Idiomorph.morph(shown, next, {
    morphStyle: 'outerHTML',
    restoreFocus: true,
    // What a person is typing is hers until she sends it, and so is the form's own request key.
    callbacks: {
      beforeNodeMorphed: (old: Node, fresh: Node) => {
        noteChange(old, fresh);
        return !(old instanceof HTMLFormElement && isTouched(old));
      },
      // A notice is told once: the page fetched anew has it no more, its reader may not have read it yet.
      beforeNodeRemoved: (old: Node) => !(old instanceof Element && old.matches('main > .notice-done')),
      beforeAttributeUpdated: (name: string, element: Element) =>
        !(name === 'open' && element instanceof HTMLDetailsElement),
    },
  });
  for (const element of changed) element.classList.add('changed');
  changed.clear();
  document.dispatchEvent(new CustomEvent('page-changed'));
}

function isTouched(form: HTMLFormElement): boolean {
  // What came back refused is hers as well: a page fetched anew knows neither her words nor what to mend.
  if (form.querySelector('.error-summary') !== null) return true;
  if (form.contains(document.activeElement) && document.activeElement !== document.body) {
    const active = document.activeElement;
    if (active?.matches('input, textarea, select')) return true;
  }
  return [...form.elements].some(
    (field) =>
      ((field instanceof HTMLInputElement && field.type !== 'hidden') ||
        field instanceof HTMLTextAreaElement) &&
      (field.value !== field.defaultValue ||
        (field instanceof HTMLInputElement && field.checked !== field.defaultChecked)),
  );
}

/** Elements with `data-changes` whose words the new page has otherwise: the highlighter marks them. */
const changed = new Set<HTMLElement>();

function noteChange(old: Node, fresh: Node): void {
  if (!(old instanceof HTMLElement) || old.dataset['changes'] === undefined) return;
  if (old.textContent !== fresh.textContent) changed.add(old);
}

/** The line that is shown only when the connection is down longer than `PATIENCE`. */
function lostLine(): { begin(): void; over(): boolean } {
  let line: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    begin() {
      timer ??= setTimeout(() => {
        line = document.createElement('p');
        line.className = 'live-lost';
        line.setAttribute('role', 'status');
        line.textContent = document.body.dataset['lost'] ?? '';
        document.body.append(line);
      }, PATIENCE);
    },
    over() {
      const was = timer !== undefined;
      clearTimeout(timer);
      timer = undefined;
      line?.remove();
      line = null;
      return was;
    },
  };
}
