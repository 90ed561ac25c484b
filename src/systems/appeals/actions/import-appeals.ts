import { z } from 'zod';
import { type Deed, defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import { insertBrought, readKnownJournal } from '../brought-store.ts';
import {
  type JournalRow,
  journalRow,
  MOST_ROWS,
  type PastAppeal,
  planJournal,
  sourceInput,
} from '../past-journal.ts';
import { recordOutcome } from './record-outcome.ts';
import { registerAppeal } from './register-appeal.ts';

/** Brings a past journal: each new row is registered and ended on its own days, by the usual deeds. */
export const importAppeals = defineAction({
  name: 'appeals.import-appeals',
  title: { uk: 'Перенести журнал звернень', en: 'Bring a past journal of appeals' },
  may: ['registrar'],
  input: z.object({
    source: sourceInput,
    rows: z.array(journalRow).min(1, 'appeals:input.noEntries').max(MOST_ROWS),
    /** Somebody has seen what the file does (`appeals.preview-appeals`). */
    confirmed: z.literal(true),
  }),
  /** `known` were brought before, and stay as they are. A bad row stops the writing of all. */
  output: z.object({ brought: z.int(), known: z.int() }),
  async run(deed, { source, rows }) {
    const today = kyivDate(deed.now);
    const plans = planJournal(rows, await readKnownJournal(deed.tx, source, rows, today));
    const bad = plans.findIndex(({ kind }) => kind === 'bad');
    if (bad >= 0) throw new Refusal('appeals:refusals.badJournalRow', { row: bad + 1 }, 422);
    const brought: { number: string; caseId: string }[] = [];
    for (const [index, { appeal }] of plans.entries()) {
      const row = rows[index];
      if (appeal === null || row === undefined) continue;
      brought.push({ number: appeal.number, caseId: await bring(deed, appeal, row) });
    }
    await insertBrought(deed.tx, source, brought);
    return { brought: brought.length, known: rows.length - brought.length };
  },
});

async function bring(deed: Deed, past: PastAppeal, row: JournalRow): Promise<string> {
  const { author = '', address = '', text = '' } = row;
  const { channel, kind, sign, sex, document, topic, ending } = past;
  const card = registerAppeal.input.parse({
    channel,
    kind,
    sign,
    ...(sex && { sex }),
    ...(document && { document }),
    subject: author === '' ? 'not-stated' : 'individual',
    questions: [{ topic }],
    author: { name: author, address },
  });
  const { caseId } = await registerAppeal.run(pastDeed(deed, past.day, '10:00'), { ...card, text });
  deed.about({ kind: 'case', id: caseId });
  if (ending !== null) {
    const given = recordOutcome.input.parse({ caseId, outcome: ending.outcome });
    await recordOutcome.run(pastDeed(deed, ending.day, '15:00'), given);
  }
  return caseId;
}

/** The same clerk and transaction on a day of the past; a journal keeps days, not hours. */
function pastDeed(deed: Deed, day: string, time: string): Deed {
  const at = kyivInstant(day, time);
  return {
    ...deed,
    now: at < deed.recordedAt ? at : deed.recordedAt,
    imported: true,
    about: () => undefined,
    changed: () => undefined,
    // Rows that the next step reads are written at once.
    sendAlong: undefined,
  };
}
