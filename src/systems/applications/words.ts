import type { Locale } from '../../kernel/i18n/translate.ts';
import type { Tone } from '../../kernel/page/components/tags.tsx';
import { APPLICATION, STATES } from './application.ts';

const TONES: Readonly<Record<(typeof STATES)[number], Tone>> = {
  registered: 'waiting',
  'in-work': 'going',
  'without-motion': 'waiting',
  granted: 'done',
  refused: 'done',
  'handed-out': 'plain',
  withdrawn: 'plain',
};

export function stateName(state: string, locale: Locale): string {
  return APPLICATION.states[state]?.[locale] ?? state;
}

export function stateTone(state: string): Tone {
  const known = STATES.find((one) => one === state);
  return known === undefined ? 'plain' : TONES[known];
}
