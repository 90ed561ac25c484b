import { type RawBuilder, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { Deed, Subject } from '../actions/define.ts';
import { Refusal } from '../actions/refusal.ts';

export interface Letter {
  /** One address and nothing else. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly about?: Subject;
}

const address = z.email().max(254);
/** Header fields are one line: a line break in them would begin a header of the writer's own. */
const LINE_BREAKS = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * Leaves a letter in the deed's transaction: it goes out exactly when the deed stands. Returns its id;
 * null for the past that an integrator brings: nobody is written to about it.
 */
export async function queueLetter(
  deed: Pick<Deed, 'tx' | 'imported' | 'recordedAt'>,
  letter: Letter,
): Promise<string | null> {
  if (deed.imported) return null;
  const id = uuid();
  await letterRow(deed, id, letter).execute(deed.tx);
  return id;
}

/** The same for a letter that nothing in the deed refers to: where it can, its row travels with the journal's. */
export async function sendLetterAlong(
  deed: Pick<Deed, 'tx' | 'imported' | 'recordedAt' | 'sendAlong'>,
  letter: Letter,
): Promise<void> {
  if (deed.sendAlong === undefined) await queueLetter(deed, letter);
  else if (!deed.imported) deed.sendAlong(letterRow(deed, uuid(), letter));
}

function letterRow(
  { recordedAt }: Pick<Deed, 'recordedAt'>,
  id: string,
  letter: Letter,
): RawBuilder<unknown> {
  const to = address.safeParse(letter.to.trim());
  if (!to.success) throw new Refusal('letters:refusals.badAddress', {}, 422);
  const about = letter.about === undefined ? null : JSON.stringify(letter.about);
  return sql`
    insert into kernel.letters (id, to_address, subject, body_text, body_html, about, created_at, next_attempt_at)
    values (${id}, ${to.data}, ${letter.subject.replace(LINE_BREAKS, ' ').trim()}, ${letter.text}, ${letter.html ?? null},
            ${about}::jsonb, ${recordedAt}, ${recordedAt})`;
}
