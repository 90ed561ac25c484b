import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import type { House } from '../../../kernel/actions/house.ts';
import { getCase } from '../../../kernel/cases/index.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { getIncomingLetter, LETTER_STATES } from '../../../kernel/letters/inbox/index.ts';

const paper = z.object({
  name: z.string(),
  size: z.number(),
  fileId: z.uuid().nullable(),
  refused: z.enum(['too-large', 'unknown-type', 'empty', 'too-many']).nullable(),
});

const letter = z.object({
  id: z.uuid(),
  mailbox: z.string(),
  fromName: z.string().nullable(),
  fromAddress: z.string().nullable(),
  subject: z.string().nullable(),
  body: z.string().nullable(),
  receivedAt: z.date(),
  size: z.number(),
  trouble: z.enum(['too-large', 'unreadable']).nullable(),
  state: z.enum(LETTER_STATES),
  /** What the letter became: an appeal or an information request, on its own page. */
  case: z.object({ number: z.string(), path: z.string() }).nullable(),
  dismissedReason: z.string().nullable(),
  sourceFileId: z.uuid().nullable(),
  papers: z.array(paper),
});
export type WholeLetter = z.output<typeof letter>;

export const getMail = defineQuery({
  name: 'incoming-mail.get-mail',
  title: { uk: 'Лист із вхідної пошти', en: 'A letter of the incoming mail' },
  may: ['registrar'],
  input: z.object({ letterId: z.uuid() }),
  output: letter,
  async run({ tx, looked, house }, { letterId }) {
    const { papers, caseId, ...found } = await getIncomingLetter(tx, letterId);
    looked({ kind: 'letter', id: letterId });
    return { ...found, papers: [...papers], case: await becameOf(tx, house, caseId) };
  },
});

async function becameOf(tx: Transaction, house: House, caseId: string | null) {
  if (caseId === null) return null;
  const { kind, number } = await getCase(tx, caseId);
  const path = house.kindOf(kind)?.staffPath;
  return path === undefined ? null : { number, path: path.replace(':id', caseId) };
}
