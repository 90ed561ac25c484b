/** A pressed key in the words of `data-hotkey`: `F2`, `Ctrl+Enter`, `Alt+1`. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>,
): string {
  const parts = [
    ...(event.ctrlKey || event.metaKey ? ['Ctrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey && event.key.length > 1 ? ['Shift'] : []),
    // A Ukrainian keyboard gives «л» for K: the place of the key is meant, not its letter.
    /^(Key|Digit)/.test(event.code) ? event.code.slice(-1) : event.key,
  ];
  return parts.join('+');
}

/** Keys that write text stay with the field that is being written in. */
export function writesText(name: string): boolean {
  return !/^(F\d+|Ctrl\+.+|Alt\+.+|Escape)$/.test(name);
}
