/**
 * A deed that the rules do not allow, told to the person in a sentence.
 * `key` is a message key such as `queue:refusals.windowTaken`; it is also the machine-readable
 * type of the RFC 9457 problem, so it never changes its meaning.
 */
export class Refusal extends Error {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;

  constructor(
    key: string,
    params: Readonly<Record<string, string | number>> = {},
    status: Refusal['status'] = 409,
  ) {
    super(key);
    this.name = 'Refusal';
    this.key = key;
    this.params = params;
    this.status = status;
  }
}

/** What was asked for is not here (404). */
export function notFound(key: string, params: Readonly<Record<string, string | number>> = {}): Refusal {
  return new Refusal(key, params, 404);
}
