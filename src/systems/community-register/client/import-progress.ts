/** A work in progress shows itself anew until it is done; without scripts there is a link for it. */
const PAUSE_MS = 1_500;
setTimeout(() => location.reload(), PAUSE_MS);
