import type { Locale, Translate } from '../../kernel/i18n/translate.ts';
import type { Tone } from '../../kernel/page/components/tags.tsx';
import { COMPLEX_SERVICE } from './complex-case.ts';
import type { PartState } from './progress.ts';

const PART_TONES: Readonly<Record<PartState, Tone>> = {
  waiting: 'plain',
  open: 'going',
  standing: 'waiting',
  granted: 'done',
  refused: 'done',
  withdrawn: 'plain',
  blocked: 'plain',
};

export function partTone(state: PartState): Tone {
  return PART_TONES[state];
}

export function wholeState(state: string, locale: Locale): string {
  return COMPLEX_SERVICE.states[state]?.[locale] ?? state;
}

export function wholeTone(isOpen: boolean): Tone {
  return isOpen ? 'going' : 'done';
}

/** Who holds the whole: the body by its name, the others by what they are. */
export function holderWords(kind: string, name: string | null, t: Translate): string {
  return kind === 'body' && name !== null ? name : t(`cases:holders.${kind}`);
}
