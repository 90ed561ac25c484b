import type { Deed } from '../../kernel/actions/define.ts';
import { type WrongField, wrongField, wrongFields } from '../../kernel/actions/invalid-input.ts';
import { type AuthorInput, type Card } from './appeal-input.ts';
import { NO_TOPIC } from './appeal.ts';
import { type ClassifierEntry, inForce, loadClassifier } from './classifier.ts';

export interface JudgedCard {
  /** Label of the first question's topic: the words of lists. */
  readonly title: string;
  /** The author's category is heard first. */
  readonly priority: boolean;
}

/**
 * What the whole card must say: topics, categories and status of the classifier as it holds on the
 * day; «not stated» for the past only. @throws InvalidInput that names every wrong field.
 */
export async function judgeCard(deed: Deed, card: Card, on: string): Promise<JudgedCard> {
  const classifier = await loadClassifier(deed.tx);
  const topics = inForce(classifier, 'topic', on);
  const categories = inForce(classifier, 'category', on);
  const isKnown = (topic: string) => (topic === NO_TOPIC ? deed.imported : find(topics, topic) !== undefined);
  const wrong = [
    ...(deed.imported ? [] : notStated(card)),
    ...card.questions.flatMap(({ topic }, index) =>
      isKnown(topic) ? [] : [{ path: ['questions', index, 'topic'], message: 'appeals:input.topicMissing' }],
    ),
    ...(card.categories.every((code) => find(categories, code) !== undefined)
      ? []
      : [{ path: ['categories'], message: 'appeals:input.categoryWrong' }]),
    ...(card.status === null || find(inForce(classifier, 'status', on), card.status) !== undefined
      ? []
      : [{ path: ['status'], message: 'appeals:input.statusWrong' }]),
  ];
  if (wrong.length > 0) throw wrongFields(wrong);
  return {
    title: find(topics, card.questions[0]?.topic ?? NO_TOPIC)?.label ?? 'Звернення',
    priority: card.categories.some((code) => find(categories, code)?.priority === true),
  };
}

function find(entries: readonly ClassifierEntry[], code: string): ClassifierEntry | undefined {
  return entries.find((entry) => entry.code === code);
}

function notStated({ channel, kind, sign, subject }: Card): readonly WrongField[] {
  return Object.entries({ channel, kind, sign, subject })
    .filter(([, value]) => value === 'not-stated')
    .map(([field]) => ({ path: [field], message: `appeals:input.${field}Missing` }));
}

/** Anonymous is who left no name; then there is nobody to answer, and nobody to name (art. 8). */
export function judgeAuthor(deed: Deed, { subject }: Card, author: AuthorInput): void {
  if (deed.imported) return;
  if (subject === 'anonymous') {
    if (author.name !== '') throw wrongField(['subject'], 'appeals:input.notAnonymous');
    return;
  }
  if (author.name === '') throw wrongField(['author', 'name'], 'appeals:input.nameMissing');
}
