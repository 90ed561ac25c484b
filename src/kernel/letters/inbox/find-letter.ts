import { sql } from 'kysely';
import { notFound } from '../../actions/refusal.ts';
import type { Transaction } from '../../database/database.ts';

export const LETTER_STATES = ['new', 'registered', 'dismissed'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

export interface IncomingLetter {
  readonly id: string;
  readonly mailbox: string;
  readonly fromName: string | null;
  readonly fromAddress: string | null;
  readonly subject: string | null;
  readonly body: string | null;
  readonly receivedAt: Date;
  readonly size: number;
  readonly trouble: 'too-large' | 'unreadable' | null;
  readonly state: LetterState;
  readonly caseId: string | null;
  readonly dismissedReason: string | null;
  readonly sourceFileId: string | null;
  readonly papers: readonly IncomingPaper[];
}

export interface IncomingPaper {
  readonly name: string;
  readonly size: number;
  readonly fileId: string | null;
  readonly refused: 'too-large' | 'unknown-type' | 'empty' | 'too-many' | null;
}

/** A letter with its papers; refuses (404) where there is none. */
export async function getIncomingLetter(tx: Transaction, id: string): Promise<IncomingLetter> {
  const { rows } = await sql<Omit<IncomingLetter, 'papers'>>`
    select id, mailbox, from_name as "fromName", from_address as "fromAddress", subject, body,
           received_at as "receivedAt", size, trouble, state, case_id as "caseId",
           dismissed_reason as "dismissedReason", source_file_id as "sourceFileId"
      from kernel.incoming_letters where id = ${id}`.execute(tx);
  const [letter] = rows;
  if (letter === undefined) throw notFound('letters:refusals.noSuchLetter');
  const papers = await sql<IncomingPaper>`
    select name, size, file_id as "fileId", refused from kernel.incoming_attachments
     where letter_id = ${id} order by no`.execute(tx);
  return { ...letter, papers: papers.rows };
}
