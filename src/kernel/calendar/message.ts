/**
 * A sentence still without a language: a key of the catalogues and what stands in it. It may be
 * stored. Dates in `params` are ISO dates, which the catalogue formats: `{{date, date}}`.
 */
export interface Message {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

const MESSAGE_KEY = /^[a-z][a-z-]*:[\w.-]+$/;

/** Tells a message key (`clock:pauses.withoutMotion`) from a person's own words. */
export function isMessageKey(text: string): boolean {
  return MESSAGE_KEY.test(text);
}
