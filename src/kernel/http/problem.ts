import { z } from 'zod';
import { InvalidInput } from '../actions/invalid-input.ts';
import { Refusal } from '../actions/refusal.ts';
import type { Locale, Translate } from '../i18n/translate.ts';

/** RFC 9457 problem details; `detail` is a sentence for a person. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

const sentences = { uk: z.locales.uk(), en: z.locales.en() };
const MESSAGE_KEY = /^[a-z-]+:[\w.-]+$/;

/** A person's sentence for one issue: the catalogue's where the schema names a key, else Zod's own. */
export function sentenceOf(issue: z.core.$ZodIssue, locale: Locale, t: Translate): string {
  if (MESSAGE_KEY.test(issue.message)) {
    return t(issue.message, issue.code === 'custom' ? issue.params : undefined);
  }
  const own = sentences[locale].localeError({ ...issue, input: issue.input } as z.core.$ZodRawIssue);
  return (typeof own === 'string' ? own : own?.message) ?? issue.message;
}

export function problemOf(error: Refusal | InvalidInput, locale: Locale, t: Translate): Problem {
  if (error instanceof Refusal) {
    return {
      type: `urn:prozoryi-ofis:problem:${error.key}`,
      title: error.key,
      status: error.status,
      detail: t(error.key, error.params),
    };
  }
  return {
    type: 'urn:prozoryi-ofis:problem:actions:input.invalid',
    title: t('actions:input.title'),
    status: 422,
    detail: t('actions:input.invalid'),
    errors: error.issues.map(({ path, issue }) => ({ path, message: sentenceOf(issue, locale, t) })),
  };
}

export function isTold(error: unknown): error is Refusal | InvalidInput {
  return error instanceof Refusal || error instanceof InvalidInput;
}
