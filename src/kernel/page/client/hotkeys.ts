import { keyName, writesText } from './parts/keys.ts';

addEventListener('keydown', (event) => {
  if (event.repeat || event.isComposing || document.querySelector('dialog[open]')) return;
  const name = keyName(event);
  if (writesText(name) && isWriting(event.target)) return;
  const target = document.querySelector<HTMLElement>(`[data-hotkey="${CSS.escape(name)}"]`);
  if (target === null || target.matches(':disabled')) return;
  event.preventDefault();
  if (target.matches('input, select, textarea')) target.focus();
  else target.click();
});

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}
