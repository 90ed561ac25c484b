import { keyName } from './parts/keys.ts';

interface Found {
  readonly label: string;
  readonly path: string;
  readonly note?: string;
}

/** Milliseconds after the last letter before the server is asked. */
const PAUSE = 120;

const opener = document.querySelector<HTMLButtonElement>('[data-open-palette]');
if (opener !== null) {
  opener.hidden = false;
  const palette = buildPalette(opener.dataset);
  opener.addEventListener('click', () => palette.open());
  addEventListener('keydown', (event) => {
    if (keyName(event) !== 'Ctrl+K' || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    palette.open();
  });
}

function buildPalette(words: DOMStringMap): { open(): void } {
  const dialog = document.createElement('dialog');
  dialog.className = 'palette';
  dialog.setAttribute('aria-label', words['title'] ?? '');
  const input = makeInput(words['title'] ?? '', words['placeholder'] ?? '');
  const list = document.createElement('ul');
  list.className = 'palette-list';
  list.id = 'palette-list';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words['title'] ?? '');
  const sentence = document.createElement('p');
  sentence.className = 'palette-nothing';
  sentence.setAttribute('role', 'status');
  dialog.append(input, list, sentence);
  document.body.append(dialog);

  let chosen = 0;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function choose(index: number): void {
    const options = [...list.children];
    chosen = options.length === 0 ? 0 : (index + options.length) % options.length;
    for (const [place, option] of options.entries()) {
      option.setAttribute('aria-selected', String(place === chosen));
    }
    options[chosen]?.scrollIntoView({ block: 'nearest' });
    if (options.length > 0) input.setAttribute('aria-activedescendant', `palette-${chosen}`);
    else input.removeAttribute('aria-activedescendant');
  }

  function show(found: readonly Found[], said: string): void {
    list.replaceChildren(...found.map(makeOption));
    sentence.textContent = found.length === 0 ? said : '';
    sentence.hidden = found.length > 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    choose(0);
  }

  async function search(): Promise<void> {
    const query = input.value.trim();
    const pages = findPages(query);
    show(pages, query === '' ? '' : (words['nothing'] ?? ''));
    if (query.length < 2) return;
    asked += 1;
    const turn = asked;
    try {
      const found = await ask(query);
      // An earlier, slower answer must not overwrite a later one.
      if (turn === asked) show([...pages, ...found], words['nothing'] ?? '');
    } catch {
      if (turn === asked) show(pages, words['failed'] ?? '');
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(), PAUSE);
  });
  dialog.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) choose(chosen + step);
    else if (event.key === 'Enter') follow(list.children[chosen]);
    else return;
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    if (event.target instanceof Element) follow(event.target.closest('li') ?? undefined);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });

  return {
    open() {
      input.value = '';
      dialog.showModal();
      void search();
    },
  };
}

function makeInput(label: string, placeholder: string): HTMLInputElement {
  const input = document.createElement('input');
  input.className = 'input';
  input.type = 'search';
  input.placeholder = placeholder;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-label', label);
  input.setAttribute('aria-controls', 'palette-list');
  input.setAttribute('aria-autocomplete', 'list');
  input.autocomplete = 'off';
  return input;
}

function makeOption(found: Found, index: number): HTMLElement {
  const option = document.createElement('li');
  option.id = `palette-${index}`;
  option.setAttribute('role', 'option');
  option.dataset['path'] = found.path;
  const label = document.createElement('span');
  label.textContent = found.label;
  option.append(label);
  if (found.note !== undefined) {
    const note = document.createElement('span');
    note.className = 'palette-note';
    note.textContent = found.note;
    option.append(note);
  }
  return option;
}

function follow(option: Element | undefined): void {
  if (option instanceof HTMLElement && option.dataset['path']) {
    location.assign(option.dataset['path']);
  }
}

/** The menu's own pages are known without asking. */
function findPages(query: string): Found[] {
  const wanted = query.toLocaleLowerCase('uk');
  return [...document.querySelectorAll<HTMLAnchorElement>('[data-palette] a')]
    .map((link) => {
      const key = link.querySelector('.key')?.textContent;
      const label = link.firstChild?.textContent ?? '';
      return { label, path: link.pathname, ...(key ? { note: key } : {}) };
    })
    .filter(({ label }) => label.toLocaleLowerCase('uk').includes(wanted));
}

async function ask(query: string): Promise<Found[]> {
  const answer = await fetch(`/desk/search.json?q=${encodeURIComponent(query)}`);
  if (!answer.ok) throw new Error(`search answered ${answer.status}`);
  const found: unknown = await answer.json();
  return Array.isArray(found) ? found.filter(isFound) : [];
}

/** Only addresses of this house are followed. */
function isFound(value: unknown): value is Found {
  return (
    typeof value === 'object' &&
    value !== null &&
    'label' in value &&
    typeof value.label === 'string' &&
    'path' in value &&
    typeof value.path === 'string' &&
    value.path.startsWith('/') &&
    !value.path.startsWith('//')
  );
}
