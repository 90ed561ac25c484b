/** Unsaved work of a form with `data-draft` lives in this tab until it is sent. */
const PREFIX = 'draft:';
const SENT = 'draft-sent';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
  const key = `${PREFIX}${form.dataset['draft'] ?? ''}`;
  forgetWhatWasSent(form, key);
  fill(form, key);
  form.addEventListener('input', () => sessionStorage.setItem(key, JSON.stringify(read(form))));
  form.addEventListener('submit', () => sessionStorage.setItem(SENT, key));
}

/** The form was sent and the page that answered does not show it refused: the draft has done its work. */
function forgetWhatWasSent(form: HTMLFormElement, key: string): void {
  if (sessionStorage.getItem(SENT) !== key) return;
  sessionStorage.removeItem(SENT);
  if (form.querySelector('.error-summary') === null) sessionStorage.removeItem(key);
}

function fill(form: HTMLFormElement, key: string): void {
  const kept = sessionStorage.getItem(key);
  if (kept === null || form.querySelector('.error-summary') !== null) return;
  const values: unknown = JSON.parse(kept);
  if (!Array.isArray(values)) return;
  const chosen = new Set(values.map(String));
  for (const field of fieldsOf(form)) {
    if (isTick(field)) field.checked = chosen.has(`${field.name}=${field.value}`);
    else {
      const found = values.map(String).find((value) => value.startsWith(`${field.name}=`));
      if (found !== undefined) field.value = found.slice(field.name.length + 1);
    }
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

/** `name=value` of every filled field; passwords, files and hidden words are never kept. */
function read(form: HTMLFormElement): string[] {
  return fieldsOf(form)
    .filter((field) => !isTick(field) || field.checked)
    .map((field) => `${field.name}=${field.value}`);
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (field): field is Field =>
      (field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement) &&
      field.name !== '' &&
      !['hidden', 'password', 'file', 'submit'].includes(field.type),
  );
}

function isTick(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);
}
