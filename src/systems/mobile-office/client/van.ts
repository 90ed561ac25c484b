import { askCentre, isRecord } from './van/ask-centre.ts';
import { mergeEntries } from './van/merge-entries.ts';
import { textOf } from './van/read-form.ts';
import { registerEntry, showForm } from './van/register-entry.ts';
import { makeKey, openKey, sealKey } from './van/van-key.ts';
import { findPage, type VanPage } from './van/van-page.ts';
import { type StoredEntry, type StoredLease, VanStore } from './van/van-store.ts';
import { sayMoment } from './van/van-words.ts';

/** The desk of the van: everything here works without a network, and is kept until the Centre has it. */
const LEAST_PIN = 6;

const root = document.querySelector<HTMLElement>('#van');
if (root !== null) void start(findPage(root));

async function start(page: VanPage): Promise<void> {
  const store = await VanStore.open();
  const desk = new VanDesk(page, store);
  void navigator.serviceWorker?.register(page.root.dataset['worker'] ?? '', {
    type: 'module',
    scope: '/desk/van',
  });
  // Without it a browser that is short of space may throw the day away.
  void navigator.storage?.persist?.();
  await desk.show();
}

class VanDesk {
  readonly #page: VanPage;
  readonly #store: VanStore;
  #key: CryptoKey | undefined;
  #isMerging = false;

  constructor(page: VanPage, store: VanStore) {
    this.#page = page;
    this.#store = store;
    page.begin.addEventListener('submit', (event) => void this.#begin(event));
    page.unlock.addEventListener('submit', (event) => void this.#unlock(event));
    page.service.addEventListener('change', () => this.#choose());
    page.merge.addEventListener('click', () => void this.#merge());
    page.leave.addEventListener('click', () => this.#leave());
    for (const name of ['online', 'offline']) addEventListener(name, () => void this.show());
  }

  /** The whole page from what is on the disk and in memory. */
  async show(): Promise<void> {
    const page = this.#page;
    const lease = await this.#store.lease();
    const entries = await this.#store.entries();
    const isOpen = lease !== undefined && this.#key !== undefined;
    const isOver = lease === undefined || new Date(lease.validUntil) <= new Date();
    page.line.textContent = page.word(navigator.onLine ? 'online' : 'offline');
    page.book.textContent = lease === undefined ? page.word('noBook') : this.#bookLine(lease, isOver);
    page.unlock.hidden = lease === undefined || isOpen;
    page.begin.hidden = !(lease === undefined || (isOpen && isOver));
    page.desk.hidden = !isOpen || isOver;
    page.entries.hidden = !isOpen;
    if (!isOpen) page.receipt.hidden = true;
    this.#list(entries);
  }

  #bookLine(lease: StoredLease, isOver: boolean): string {
    const until = sayMoment(lease.validUntil);
    return this.#page.word(isOver ? 'over' : 'validUntil', { book: `ЦНАП-${lease.letters}`, until });
  }

  #list(entries: readonly StoredEntry[]): void {
    const { list, count, merge, word } = this.#page;
    const waiting = entries.filter(({ state }) => state === 'waiting').length;
    count.textContent = waiting === 0 ? word('nothingWaiting') : word('waiting', { count: waiting });
    merge.disabled = waiting === 0 || this.#isMerging;
    list.replaceChildren(...entries.map((entry) => this.#line(entry)));
  }

  #line({ number, state, said, occurredAt }: StoredEntry): HTMLElement {
    const line = document.createElement('li');
    line.dataset['state'] = state;
    const name = document.createElement('strong');
    name.textContent = number;
    const words = [sayMoment(occurredAt), this.#page.word(`state_${state}`), said ?? ''].filter(Boolean);
    line.append(name, ` · ${words.join(' · ')}`);
    return line;
  }

  async #begin(event: Event): Promise<void> {
    event.preventDefault();
    const page = this.#page;
    const form = new FormData(page.begin);
    const pin = textOf(form, 'pin');
    if (pin.length < LEAST_PIN) return page.say(page.word('pinShort'));
    if (pin !== textOf(form, 'again')) return page.say(page.word('pinsDiffer'));
    const before = await this.#store.lease();
    const holds = before === undefined ? '' : String(before.bookNo);
    const answer = await askCentre('/desk/van/lease', { holds }, crypto.randomUUID(), readLease);
    if (answer.kind === 'refused') return page.say(answer.said);
    if (answer.kind !== 'told')
      return page.say(page.word(answer.kind === 'signIn' ? 'signInAgain' : 'notSent'));
    await this.#keep(answer.value, pin, before);
    page.begin.reset();
    page.say(page.word('begun', { book: `ЦНАП-${answer.value.letters}` }));
    await this.show();
  }

  /** What waits from another day stays readable: the same key under the new PIN. */
  async #keep(told: Told, pin: string, before: StoredLease | undefined): Promise<void> {
    const key = this.#key ?? undefined;
    const made = key === undefined ? await makeKey(pin) : { key, ...(await sealKey(key, pin)) };
    const isSame = before?.bookNo === told.bookNo;
    const counters = isSame ? highest(told.counters, before.counters) : told.counters;
    const { salt, sealedKey } = made;
    await this.#store.keepLease({ ...told, counters, salt, sealedKey });
    this.#key = made.key;
  }

  async #unlock(event: Event): Promise<void> {
    event.preventDefault();
    const page = this.#page;
    const lease = await this.#store.lease();
    if (lease === undefined) return;
    const pin = textOf(new FormData(page.unlock), 'pin');
    this.#key = await openKey(pin, lease.salt, lease.sealedKey);
    page.unlock.reset();
    page.say(this.#key === undefined ? page.word('wrongPin') : '');
    await this.show();
  }

  #choose(): void {
    const page = this.#page;
    page.receipt.hidden = true;
    page.say('');
    showForm(page, (form, questions) => {
      const key = this.#key;
      if (key === undefined) return;
      void registerEntry(page, this.#store, key, form, questions).then(async (entry) => {
        if (entry === undefined) return;
        page.service.value = '';
        page.form.replaceChildren();
        page.say(page.word('registered', { number: entry.number }));
        await this.show();
        page.receipt.hidden = false;
        this.#offerPrint();
        page.receipt.scrollIntoView({ block: 'nearest' });
      });
    });
  }

  #offerPrint(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-plain no-print';
    button.textContent = this.#page.word('print');
    button.addEventListener('click', () => print());
    this.#page.receipt.append(button);
  }

  async #merge(): Promise<void> {
    const page = this.#page;
    if (this.#key === undefined || this.#isMerging) return;
    this.#isMerging = true;
    page.say(page.word('merging'));
    try {
      const { registered, conflicts, stopped, said } = await mergeEntries(this.#store, this.#key);
      const told = [
        page.word('merged', { count: registered }),
        conflicts === 0 ? '' : page.word('conflicts', { count: conflicts }),
        stopped === 'signIn' ? page.word('signInAgain') : stopped === 'away' ? page.word('notSent') : '',
        said ?? '',
      ];
      page.say(told.filter(Boolean).join(' '));
    } finally {
      this.#isMerging = false;
      await this.show();
    }
  }

  /** The key goes from memory, what the Centre has goes from the list; the book stays. */
  #leave(): void {
    this.#key = undefined;
    this.#page.form.replaceChildren();
    this.#page.receipt.replaceChildren();
    void this.#store.forgetSettled().then(async () => {
      this.#page.say(this.#page.word('left'));
      await this.show();
    });
  }
}

type Told = Pick<
  StoredLease,
  'leaseId' | 'bookNo' | 'letters' | 'clerk' | 'givenAt' | 'validUntil' | 'counters'
>;

function readLease(value: unknown): Told | undefined {
  if (!isRecord(value) || !isRecord(value['counters'])) return undefined;
  const { leaseId, bookNo, letters, clerk, givenAt, validUntil, counters } = value;
  const texts = [leaseId, letters, clerk, givenAt, validUntil];
  if (!texts.every((text) => typeof text === 'string') || typeof bookNo !== 'number') return undefined;
  return {
    leaseId: String(leaseId),
    bookNo,
    letters: String(letters),
    clerk: String(clerk),
    givenAt: String(givenAt),
    validUntil: String(validUntil),
    counters: Object.fromEntries(Object.entries(counters).map(([year, last]) => [year, Number(last)])),
  };
}

function highest(a: StoredLease['counters'], b: StoredLease['counters']): StoredLease['counters'] {
  const years = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...years].map((year) => [year, Math.max(a[year] ?? 0, b[year] ?? 0)]));
}
