import { Burst } from './parts/burst.ts';
import { isMrzLine, type Mrz, parseMrz } from './parts/mrz.ts';

/** Readers of barcodes and ID cards are keyboards: what they read opens its page from anywhere on the desk. */
const burst = new Burst();
/** Lines of a card come one after another within this time. */
const CARD_MS = 800;
let card: string[] = [];
let cardAt = 0;
/** A key of the run went into a form. */
let inForm = false;
let before: { readonly field: HTMLInputElement; readonly value: string } | undefined;

addEventListener('keydown', hear, { capture: true });

function hear(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.key === 'Enter') return finish(event);
  if (event.key.length !== 1) return;
  const isReading = burst.add({
    key: event.key,
    code: event.code,
    shift: event.shiftKey,
    at: event.timeStamp,
  });
  const field = event.target;
  inForm = (isReading && inForm) || belongsToForm(field);
  if (!isReading && field instanceof HTMLInputElement && before?.field !== field)
    before = { field, value: field.value };
}

function finish(event: KeyboardEvent): void {
  const read = burst.enter(event.timeStamp);
  const isTyped = inForm || belongsToForm(event.target);
  inForm = false;
  if (read === null) {
    before = undefined;
    return;
  }
  // What is typed into a form is the form's, however fast the fingers: only a search field is anybody's.
  if (!isMrzLine(read) && isTyped) {
    before = undefined;
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  if (before !== undefined) before.field.value = before.value;
  before = undefined;
  if (isMrzLine(read)) return readCard(read, event.timeStamp);
  location.assign(`/desk/scan?code=${encodeURIComponent(read)}`);
}

function belongsToForm(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.closest('input:not([type="search"]), select, textarea, [contenteditable]') !== null;
}

function readCard(line: string, at: number): void {
  if (at - cardAt > CARD_MS) card = [];
  cardAt = at;
  card.push(line);
  if (card.length < 3) return;
  const mrz = parseMrz(card, new Intl.DateTimeFormat('sv-SE').format());
  card = [];
  if (mrz !== null) fillApplicant(mrz);
}

/** The number goes into the form; the Latin name only stands beside it, to be compared with the card. */
function fillApplicant(mrz: Mrz): void {
  const passport = document.querySelector<HTMLInputElement>('[name="applicant.passport"]');
  if (passport === null) return;
  passport.value = mrz.documentNumber;
  passport.dispatchEvent(new Event('input', { bubbles: true }));
  const box = passport.closest('.field') ?? passport;
  document.querySelector('.card-read')?.remove();
  const note = document.createElement('output');
  note.className = 'notice card-read';
  note.textContent = [mrz.surname, mrz.givenNames, mrz.birthDate, mrz.recordNumber ?? '']
    .filter(Boolean)
    .join(' · ');
  box.after(note);
}
