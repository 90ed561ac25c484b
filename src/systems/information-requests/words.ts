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
