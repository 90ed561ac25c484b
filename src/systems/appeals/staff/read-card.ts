import type { z } from 'zod';
import type { PagePost } from '../../../kernel/page/define-page.ts';
import { CHANNELS, DEPUTY_PAPERS, DOCUMENTS, KINDS, SEXES, SIGNS, SUBJECTS, TERMS } from '../appeal.ts';
import type { cardInput } from '../appeal-input.ts';
import { QUESTION_LINES } from './card-fields.tsx';

type Card = z.input<typeof cardInput>;

/** The card out of a posted form; what was not chosen is told by the action's own sentences. */
export function readCard(request: PagePost): Card {
  const field = (name: string) => request.field(name);
  const status = field('status');
  const people = Number(field('people') || '1');
  return {
    channel: choice(CHANNELS, field('channel')) ?? 'not-stated',
    kind: choice(KINDS, field('kind')) ?? 'not-stated',
    sign: choice(SIGNS, field('sign')) ?? 'first',
    subject: choice(SUBJECTS, field('subject')) ?? 'individual',
    sex: choice(SEXES, field('sex')),
    document: choice(DOCUMENTS, field('document')),
    people: Number.isInteger(people) ? people : 0,
    categories: [...request.fields('categories')],
    status: status === '' ? null : status,
    questions: readQuestions(request),
    deputy: choice(DEPUTY_PAPERS, field('deputy')) ?? null,
    term: choice(TERMS, field('term')) ?? 'ordinary',
    sender: field('sender'),
  };
}

/** The first line always; further ones where a topic is chosen. */
function readQuestions(request: PagePost) {
  return Array.from({ length: QUESTION_LINES }, (_, index) => ({
    topic: request.field(`questions.${index}.topic`) || 'not-stated',
    text: request.field(`questions.${index}.text`),
  })).filter(({ topic }, index) => index === 0 || topic !== 'not-stated');
}

function choice<Value extends string>(values: readonly Value[], text: string): Value | undefined {
  return values.find((value) => value === text);
}
