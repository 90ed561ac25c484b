export const STATES = ['asked', 'answered', 'published', 'closed'] as const;
export type QuestionState = (typeof STATES)[number];

export const CHANNELS = ['site', 'telephone'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What may follow what. A published answer that grew old is closed: it leaves the base. */
export const TRANSITIONS: Readonly<Record<QuestionState, readonly QuestionState[]>> = {
  asked: ['answered', 'closed'],
  answered: ['published', 'closed'],
  published: ['closed'],
  closed: [],
};

/** From which states a question may come into this one. */
export function statesBefore(state: QuestionState): readonly QuestionState[] {
  return STATES.filter((from) => TRANSITIONS[from].includes(state));
}

export const CLOSING_REASONS = ['not-a-question', 'asked-twice', 'not-ours', 'outdated', 'insult'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** Text as the search compares it: small letters without apostrophes. */
export function searchable(text: string): string {
  return text.toLowerCase().replace(/['’ʼ`´′]/gu, '');
}

const SHORTEST = 3;

/**
 * Beginnings of the words that were looked for: Ukrainian words change at their end, so «пенсію» finds
 * «пенсія». Short words tell nothing and are left out where longer ones stand.
 */
export function searchStems(words: string): readonly string[] {
  const all = searchable(words)
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== '');
  const telling = all.filter((word) => word.length >= SHORTEST);
  const stems = (telling.length > 0 ? telling : all).map(stemOf);
  return [...new Set(stems)].slice(0, 8);
}

function stemOf(word: string): string {
  if (word.length <= 3) return word;
  const ending = word.length > 6 ? 3 : word.length > 4 ? 2 : 1;
  return word.slice(0, word.length - ending);
}
