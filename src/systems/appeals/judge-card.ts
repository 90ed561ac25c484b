import type { Deed } from '../../kernel/actions/define.ts';
import { type AuthorInput, type Card } from './appeal-input.ts';
import { NO_TOPIC } from './appeal.ts';
import { type ClassifierEntry, inForce, loadClassifier } from './classifier.ts';
import { wrongField } from './wrong-field.ts';

export interface JudgedCard {
  /** Label of the first question's topic: the words of lists. */
  readonly title: string;
  /** The author's category is heard first. */
  readonly priority: boolean;
}

/**
 * What the whole card must say: topics, categories and status of the classifier as it holds on the
 * day; «not stated» for the past only. @throws InvalidInput at the field.
 */
export async function judgeCard(deed: Deed, card: Card, on: string): Promise<JudgedCard> {
  if (!deed.imported) refuseNotStated(card);
  const classifier = await loadClassifier(deed.tx);
  const topics = inForce(classifier, 'topic', on);
  for (const [index, { topic }] of card.questions.entries()) {
    if (topic === NO_TOPIC ? deed.imported : find(topics, topic) !== undefined) continue;
    throw wrongField(['questions', index, 'topic'], 'appeals:input.topicMissing', topic);
  }
  const categories = inForce(classifier, 'category', on);
  if (!card.categories.every((code) => find(categories, code) !== undefined)) {
    throw wrongField(['categories'], 'appeals:input.categoryWrong', card.categories);
  }
  if (card.status !== null && find(inForce(classifier, 'status', on), card.status) === undefined) {
    throw wrongField(['status'], 'appeals:input.statusWrong', card.status);
  }
  return {
    title: find(topics, card.questions[0]?.topic ?? NO_TOPIC)?.label ?? 'Звернення',
    priority: card.categories.some((code) => find(categories, code)?.priority === true),
  };
}

function find(entries: readonly ClassifierEntry[], code: string): ClassifierEntry | undefined {
  return entries.find((entry) => entry.code === code);
}

function refuseNotStated({ channel, kind, sign, subject }: Card): void {
  for (const [field, value] of Object.entries({ channel, kind, sign, subject })) {
    if (value === 'not-stated') throw wrongField([field], `appeals:input.${field}Missing`, value);
  }
}

/** Anonymous is who left no name; then there is nobody to answer, and nobody to name (art. 8). */
export function judgeAuthor(deed: Deed, { subject }: Card, author: AuthorInput): void {
  if (deed.imported) return;
  if (subject === 'anonymous') {
    if (author.name !== '') throw wrongField(['subject'], 'appeals:input.notAnonymous', subject);
    return;
  }
  if (author.name === '') throw wrongField(['author', 'name'], 'appeals:input.nameMissing', '');
}
