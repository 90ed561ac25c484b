import type { Translate } from '../../kernel/i18n/translate.ts';
import { letterWords } from '../../kernel/letters/letter-words.ts';

export function lettersWords(): Promise<Translate> {
  return letterWords(import.meta.dirname);
}
