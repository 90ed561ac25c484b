import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { getCase, readLedger, readTimeline } from '../../../kernel/cases/index.ts';
import { maskCode } from '../../../kernel/cases/applicant-code.ts';
import { HOLDER_KINDS } from '../../../kernel/cases/case-event.ts';
import { listUnits } from '../../../kernel/identity/unit-store.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { COMPLEX_SERVICE } from '../complex-case.ts';
import { getComplex } from '../complex-store.ts';
import { readWholeView, wholeView } from '../whole-view.ts';

/** One complex application for the desk: its parts, whose day it is, what happened. */
export const getComplexQuery = defineQuery({
  name: 'complex-services.get-complex',
  title: { uk: 'Комплексна справа', en: 'A complex application' },
  input: z.object({ caseId: z.uuid('complex-services:input.caseMissing') }),
  output: wholeView.extend({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    state: z.string(),
    isOpen: z.boolean(),
    applicant: z.string().nullable(),
    applicantCode: z.string().nullable(),
    registeredAt: z.date(),
    closedAt: z.date().nullable(),
    channel: z.string(),
    documents: z.array(z.string()),
    promisedOn: z.iso.date().nullable(),
    endedOn: z.iso.date().nullable(),
    events: z.array(
      z.object({
        seq: z.int(),
        type: z.string(),
        at: z.date(),
        state: z.string(),
        /** Numbers of the parts that changed, with what they became. */
        changes: z.array(z.object({ no: z.int(), state: z.string() })),
      }),
    ),
    ledger: z.array(
      z.object({
        holderKind: z.enum(HOLDER_KINDS),
        holder: z.string().nullable(),
        from: z.date(),
        to: z.date(),
        days: z.int(),
      }),
    ),
  }),
  may: ['administrator', 'head', 'auditor'],
  async run({ tx, now, looked }, { caseId }) {
    const found = await getCase(tx, caseId);
    if (found.kind !== COMPLEX_SERVICE.name) throw notFound('cases:refusals.noSuchCase');
    looked({ kind: 'case', id: caseId });
    const row = await getComplex(tx, caseId);
    const names = new Map((await listUnits(tx, kyivDate(now))).map((unit) => [unit.id, unit.shortName]));
    const ledger = await readLedger(tx, caseId, now);
    const timeline = await readTimeline(tx, caseId);
    return {
      id: found.id,
      number: found.number,
      title: found.title,
      state: found.state,
      isOpen: found.isOpen,
      applicant: found.applicantName,
      applicantCode: found.applicantCode === null ? null : maskCode(found.applicantCode),
      registeredAt: found.registeredAt,
      closedAt: found.closedAt,
      channel: row.channel,
      documents: [...row.documents],
      promisedOn: row.promisedOn,
      endedOn: row.endedOn,
      ...(await readWholeView(tx, caseId, now)),
      events: timeline.map(({ seq, type, occurredAt, stateAfter, data }) => ({
        seq,
        type,
        at: occurredAt,
        state: stateAfter,
        changes: changesIn(data['changes']),
      })),
      ledger: ledger.map(({ holderKind, unitId, from, to, days }) => ({
        holderKind,
        holder: names.get(unitId ?? '') ?? null,
        from,
        to,
        days,
      })),
    };
  },
});

const changes = z.array(z.object({ no: z.int(), state: z.string() }));

function changesIn(data: unknown) {
  const read = changes.safeParse(data);
  return read.success ? read.data : [];
}
