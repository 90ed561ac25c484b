/**
 * While a person writes an appeal, what of the like there is already stands under the text. The button
 * «Чи не писали про це раніше?» of the form does the same without a script.
 */
const PAUSE_MS = 900;
/** Shorter words say nothing of the matter yet. */
const LEAST = 20;

const button = document.querySelector<HTMLButtonElement>('button[name="seek"]');
if (button?.form) listen(button, button.form);

function listen(seek: HTMLButtonElement, form: HTMLFormElement): void {
  const text = form.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
  if (text === null) return;
  let timer = 0;
  let asked = '';
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const words = text.value.trim();
      if (words.length < LEAST || words === asked) return;
      asked = words;
      void ask(seek, form);
    }, PAUSE_MS);
  };
  // What was chosen from the disk stays chosen: the page is not left.
  seek.addEventListener('click', (event) => {
    event.preventDefault();
    void ask(seek, form);
  });
  text.addEventListener('input', later);
  form.addEventListener('change', later);
}

/** The form goes without its files, and only the part about like appeals comes back. */
async function ask(seek: HTMLButtonElement, form: HTMLFormElement): Promise<void> {
  const body = new FormData(form, seek);
  for (const { name } of form.querySelectorAll<HTMLInputElement>('input[type="file"]')) body.delete(name);
  // The key belongs to the deed that the form is for.
  body.delete('_key');
  const answer = await fetch(form.action, { method: 'POST', body });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const found = page.querySelector('#similar');
  const place = document.querySelector('#similar');
  if (found !== null && place !== null) place.replaceChildren(...found.childNodes);
}
