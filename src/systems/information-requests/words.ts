import type { Translate } from '../../kernel/i18n/translate.ts';
import type { Locale } from '../../kernel/i18n/translate.ts';
import type { Tone } from '../../kernel/page/components/tags.tsx';
import { INFORMATION_REQUEST, type RequestState, STATES } from './information-request.ts';

const TONES: Readonly<Record<RequestState, Tone>> = {
  registered: 'waiting',
  'in-work': 'going',
  deferred: 'waiting',
  answered: 'done',
  refused: 'done',
  forwarded: 'plain',
  withdrawn: 'plain',
};

export function stateName(state: string, locale: Locale): string {
  return INFORMATION_REQUEST.states[state]?.[locale] ?? state;
}

export function stateTone(state: string): Tone {
  const known = STATES.find((one) => one === state);
  return known === undefined ? 'plain' : TONES[known];
}

interface Test {
  readonly testInterest: string | null;
  readonly testHarm: string | null;
  readonly testBalance: string | null;
}

/** The three parts of the test by which restricted information was refused (Law 2939-VI art. 6(2)). */
export function testLines({ testInterest, testHarm, testBalance }: Test, t: Translate) {
  return [
    { term: t('information-requests:fields.interest'), value: testInterest },
    { term: t('information-requests:fields.harm'), value: testHarm },
    { term: t('information-requests:fields.balance'), value: testBalance },
  ];
}
