import type { Locale, Translate } from '../../kernel/i18n/translate.ts';
import type { Tone } from '../../kernel/page/components/tags.tsx';
import { APPEAL, type AppealState, STATES } from './appeal.ts';

const TONES: Readonly<Record<AppealState, Tone>> = {
  filed: 'waiting',
  registered: 'waiting',
  'in-work': 'going',
  joined: 'going',
  'on-approval': 'going',
  approved: 'going',
  answered: 'done',
  forwarded: 'plain',
  returned: 'plain',
  'not-considered': 'plain',
  withdrawn: 'plain',
};

export function stateName(state: string, locale: Locale): string {
  return APPEAL.states[state]?.[locale] ?? state;
}

export function stateTone(state: string): Tone {
  const known = STATES.find((one) => one === state);
  return known === undefined ? 'plain' : TONES[known];
}

/** Choices of a select in the reader's words; what only imports may say is left out. */
export function optionsOf(values: readonly string[], names: string, t: Translate) {
  return values
    .filter((value) => value !== 'not-stated')
    .map((value) => ({ value, label: t(`appeals:${names}.${value}`) }));
}
