import { AuthorizationResponseError } from 'openid-client';
import { Refusal } from '../actions/refusal.ts';

/** What went wrong on the way through a provider, for the person. The inside of it is nobody's matter. */
export function providerTrouble(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof AuthorizationResponseError && error.error === 'access_denied') {
    return new Refusal('identity:refusals.signInGivenUp', {}, 401);
  }
  return isAway(error)
    ? new Refusal('identity:refusals.providerAway', {}, 503)
    : new Refusal('identity:refusals.signInNotProved', {}, 401);
}

/** No answer at all: the network, a time-out, or a provider that is out of order. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { cause } = error;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return true;
  if (error instanceof TypeError && error.message === 'fetch failed') return true;
  return cause instanceof Error && isAway(cause);
}
