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
  const title = words['title'] ?? '';
  const dialog = document.createElement('dialog');
  dialog.className = 'palette';
  dialog.setAttribute('aria-label', title);
  const input = makeInput(title, words['placeholder'] ?? '');
  const choice = makeChoice(input, title);
  dialog.append(input, choice.list, choice.sentence);
  document.body.append(dialog);

  const search = makeSearch(choice, words);
  let timer: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(input.value.trim()), PAUSE);
  });
  dialog.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) choice.move(step);
    else if (event.key === 'Enter') follow(choice.chosen());
    else return;
    event.preventDefault();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return {
    open() {
      input.value = '';
      dialog.showModal();
      void search('');
    },
  };
}

interface Choice {
  readonly list: HTMLElement;
  readonly sentence: HTMLElement;
  show(found: readonly Found[], said: string): void;
  move(step: number): void;
  chosen(): Element | undefined;
}

/** The list under the field; the focus stays in the field, the list says which line is chosen. */
function makeChoice(input: HTMLInputElement, title: string): Choice {
  const list = document.createElement('ul');
  list.className = 'palette-list';
  list.id = 'palette-list';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', title);
  list.addEventListener('click', (event) => {
    if (event.target instanceof Element) follow(event.target.closest('li') ?? undefined);
  });
  const sentence = document.createElement('p');
  sentence.className = 'palette-nothing';
  sentence.setAttribute('role', 'status');
  let place = 0;

  function choose(index: number): void {
    const options = [...list.children];
    place = options.length === 0 ? 0 : (index + options.length) % options.length;
    for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === place));
    options[place]?.scrollIntoView({ block: 'nearest' });
    if (options.length > 0) input.setAttribute('aria-activedescendant', `palette-${place}`);
    else input.removeAttribute('aria-activedescendant');
  }

  return {
    list,
    sentence,
    show(found, said) {
      list.replaceChildren(...found.map(makeOption));
      sentence.textContent = found.length === 0 ? said : '';
      sentence.hidden = found.length > 0 || said === '';
      input.setAttribute('aria-expanded', String(found.length > 0));
      choose(0);
    },
    move: (step) => choose(place + step),
    chosen: () => list.children[place],
  };
}

/** Pages at once, the server's answer after them; an earlier, slower answer never overwrites a later one. */
function makeSearch(choice: Choice, words: DOMStringMap): (query: string) => Promise<void> {
  let asked = 0;
  return async (query) => {
    asked += 1;
    const turn = asked;
    const pages = findPages(query);
    if (query.length < 2) {
      choice.show(pages, query === '' ? '' : (words['nothing'] ?? ''));
      return;
    }
    choice.show(pages, '');
    try {
      const found = await ask(query);
      if (turn === asked) choice.show([...pages, ...found], words['nothing'] ?? '');
    } catch {
      if (turn === asked) choice.show(pages, words['failed'] ?? '');
    }
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
