import { loadMessages, type Messages } from '../i18n/messages.ts';
import type { Translate } from '../i18n/translate.ts';

const catalogues = new Map<string, Promise<Messages>>();

/**
 * The catalogue of a system's folder for its letters, which are written where no reader's language is
 * known: in Ukrainian.
 */
export async function letterWords(folder: string): Promise<Translate> {
  const known = catalogues.get(folder) ?? loadMessages([folder]);
  catalogues.set(folder, known);
  return (await known).for('uk');
}
