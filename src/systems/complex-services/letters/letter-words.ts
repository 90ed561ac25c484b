import { join } from 'node:path';
import { type Messages, loadMessages } from '../../../kernel/i18n/messages.ts';
import type { Translate } from '../../../kernel/i18n/translate.ts';

let messages: Promise<Messages> | undefined;

/** Letters are written where no reader's language is known: in Ukrainian, from the same catalogue. */
export async function letterWords(): Promise<Translate> {
  messages ??= loadMessages([join(import.meta.dirname, '..')]);
  return (await messages).for('uk');
}
