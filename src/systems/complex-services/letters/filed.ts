import { join } from 'node:path';
import type { Deed } from '../../../kernel/actions/define.ts';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { letterWords } from '../../../kernel/letters/letter-words.ts';
import { queueLetter } from '../../../kernel/letters/queue-letter.ts';
import type { FiledPart } from '../complex-store.ts';
import type { Plan } from '../plan.ts';

const SYSTEM = join(import.meta.dirname, '..');

export interface FiledLetter {
  readonly caseId: string;
  readonly number: string;
  readonly trackingCode: string;
  readonly plan: Pick<Plan, 'title'>;
  readonly email: string | null;
  readonly promisedOn: string | null;
  readonly parts: readonly FiledPart[];
}

/** One letter for all parts: number, code, the one date, and what goes where. */
export async function writeFiledLetter(deed: Deed, letter: FiledLetter): Promise<void> {
  const { caseId, number, trackingCode, plan, email, promisedOn, parts } = letter;
  if (email === null || deed.imported) return;
  const t = await letterWords(SYSTEM);
  const word = (name: string, params = {}) => t(`complex-services:letters.${name}`, params);
  const lines = parts.map(({ no, title, filed }) =>
    filed === null
      ? word('partWaits', { no, title })
      : word('partSent', { no, title, body: filed.unitName ?? '' }),
  );
  const promise = promisedOn === null ? [] : [word('promise', { date: formatDate(promisedOn, 'uk') })];
  await queueLetter(deed, {
    to: email,
    subject: word('filed.subject', { number, title: plan.title.uk }),
    text: [
      word('filed.text', { number, title: plan.title.uk, code: trackingCode }),
      ...promise,
      '',
      ...lines,
    ].join('\n'),
    about: { kind: 'case', id: caseId },
  });
}
