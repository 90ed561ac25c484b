import type { Deed } from '../../kernel/actions/define.ts';
import { advanceCase, type OpenedCase } from '../../kernel/cases/index.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { LaidPart } from './choose-parts.ts';
import { COMPLEX_SERVICE, holderOfWhole } from './complex-case.ts';
import { insertParts, readParts, writePromise } from './complex-store.ts';
import { expectDates } from './expect-dates.ts';
import { filePart, type Whole } from './file-parts.ts';
import { writeFiledLetter } from './letters/filed.ts';
import { datedPart } from './part-view.ts';
import { startable } from './progress.ts';

interface Opened {
  readonly laid: readonly LaidPart[];
  readonly opened: OpenedCase;
  readonly email: string | null;
}

/** Files the parts that may start, keeps those that wait, tells the one date. */
export async function fileWhole(deed: Deed, whole: Whole, { laid, opened, email }: Opened) {
  const { caseId, plan } = whole;
  const waiting = laid.map((part) => ({ ...part, state: 'waiting' as const }));
  const first = new Set(startable(waiting).map(({ no }) => no));
  const rows = [];
  for (const part of waiting) {
    const filed = first.has(part.no) ? await filePart(deed, whole, part) : null;
    rows.push({
      ...part,
      state: filed === null ? ('waiting' as const) : ('open' as const),
      applicationId: filed?.caseId ?? null,
    });
  }
  await insertParts(deed.tx, caseId, rows);
  const parts = await readParts(deed.tx, caseId);
  const expected = await expectDates(deed.tx, parts.map(datedPart), kyivDate(deed.now));
  await writePromise(deed.tx, caseId, expected.on);
  const filed = parts.flatMap((part) => (part.filed === null ? [] : [{ ...part.filed, state: part.state }]));
  await advanceCase(deed, COMPLEX_SERVICE, caseId, {
    event: 'parts-sent',
    holder: holderOfWhole(filed),
    data: { parts: [...first] },
  });
  deed.about({ kind: 'case', id: caseId });
  const { number, trackingCode } = opened;
  await writeFiledLetter(deed, { caseId, number, trackingCode, plan, email, promisedOn: expected.on, parts });
  return {
    caseId,
    number,
    trackingCode,
    promisedOn: expected.on,
    parts: parts.map((part) => ({
      no: part.no,
      number: part.filed?.number ?? null,
      caseId: part.applicationId,
    })),
  };
}
