import { type Question, type Slip, type Written, judge, readForm } from './read-form.ts';
import { drawReceipt } from './receipt.ts';
import { seal } from './van-key.ts';
import type { VanPage } from './van-page.ts';
import type { StoredEntry, VanStore } from './van-store.ts';
import { kyivYear, makeTrackingCode, numberOf } from './van-words.ts';

/** The form of the chosen service, out of the page that the laptop keeps. */
export function showForm(
  page: VanPage,
  submit: (form: HTMLFormElement, questions: readonly Question[]) => void,
): void {
  const code = page.service.value;
  const template = page.root.querySelector<HTMLTemplateElement>(
    `template[data-service="${CSS.escape(code)}"]`,
  );
  page.form.replaceChildren(...(template === null ? [] : [template.content.cloneNode(true)]));
  const form = page.form.querySelector('form');
  if (template === null || form === null) return;
  const questions: readonly Question[] = JSON.parse(template.dataset['form'] ?? '[]');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(form, questions);
  });
  form.querySelector<HTMLInputElement>('[name="applicant.name"]')?.focus();
}

/** Marks what must be mended, as the server's own forms do. True where there is nothing. */
export function isSound(page: VanPage, form: HTMLFormElement, slips: readonly Slip[]): boolean {
  for (const note of form.querySelectorAll('.field-error')) note.remove();
  for (const wrong of form.querySelectorAll('.field-wrong')) wrong.classList.remove('field-wrong');
  for (const { field, said } of slips) {
    const input = form.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`);
    const box = input?.closest('.field');
    const note = document.createElement('p');
    note.className = 'field-error';
    note.textContent = page.word(said);
    box?.classList.add('field-wrong');
    box?.querySelector('.field-label')?.after(note);
  }
  const [first] = slips;
  if (first === undefined) return true;
  form.querySelector<HTMLElement>(`[name="${CSS.escape(first.field)}"]`)?.focus();
  return false;
}

/** Writes the application down and gives it its number; the receipt is shown when it is on the disk. */
export async function registerEntry(
  page: VanPage,
  store: VanStore,
  key: CryptoKey,
  form: HTMLFormElement,
  questions: readonly Question[],
): Promise<StoredEntry | undefined> {
  const written = readForm(new FormData(form), questions);
  if (!isSound(page, form, judge(written, questions))) return undefined;
  const at = new Date();
  const trackingCode = makeTrackingCode();
  const words = { caseId: crypto.randomUUID(), serviceCode: page.service.value, trackingCode, ...written };
  const sealed = await seal(key, words);
  const entry = await store.add(
    { key: crypto.randomUUID(), occurredAt: at.toISOString(), sealed },
    kyivYear(at),
    (lease, seq) => numberOf(lease.letters, kyivYear(at), seq),
  );
  showReceipt(page, form, entry, written, trackingCode);
  return entry;
}

function showReceipt(
  page: VanPage,
  form: HTMLFormElement,
  entry: StoredEntry,
  { applicant }: Written,
  trackingCode: string,
): void {
  drawReceipt(page.receipt, {
    heading: page.word('receipt'),
    number: entry.number,
    trackingCode,
    service: form.querySelector('[data-name]')?.textContent ?? '',
    applicant: applicant['name'] ?? '',
    term: page.word('term', { term: form.querySelector('[data-term]')?.textContent ?? '' }),
    clerk: page.root.dataset['clerk'] ?? '',
    occurredAt: entry.occurredAt,
    note: page.word('trackNote'),
  });
}
