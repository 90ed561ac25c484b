/** The kiosk's thermal printer: prints at once and returns to the first screen. */
addEventListener('afterprint', leave);
addEventListener('load', () => print());

function leave(): void {
  const back = document.querySelector<HTMLElement>('[data-back]')?.dataset['back'];
  if (back !== undefined) location.replace(back);
}
