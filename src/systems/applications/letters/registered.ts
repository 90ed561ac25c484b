import { join } from 'node:path';
import type { Deed } from '../../../kernel/actions/define.ts';
import { letterWords } from '../../../kernel/letters/letter-words.ts';
import { queueLetter } from '../../../kernel/letters/queue-letter.ts';

const SYSTEM = join(import.meta.dirname, '..');

export interface RegisteredLetter {
  readonly caseId: string;
  readonly number: string;
  readonly trackingCode: string;
  readonly dueOn: string | null;
  readonly service: string;
  readonly email: string | null;
}

/** Number, date and code, so that the paper receipt may get lost. */
export async function sendRegisteredLetter(deed: Deed, letter: RegisteredLetter): Promise<void> {
  const { caseId, number, trackingCode, dueOn, service, email } = letter;
  if (email === null || deed.imported) return;
  const t = await letterWords(SYSTEM);
  const due = dueOn === null ? '' : `${t('applications:letters.dueOn', { dueOn })}\n`;
  await queueLetter(deed, {
    to: email,
    subject: t('applications:letters.registered.subject', { number }),
    text: t('applications:letters.registered.text', { number, service, code: trackingCode, due }),
    about: { kind: 'case', id: caseId },
  });
}
