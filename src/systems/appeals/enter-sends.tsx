/** Enter presses the first button of a form: it must be the deed, not a question on the way to it. */
export function EnterSends() {
  return <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true" />;
}
