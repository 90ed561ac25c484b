import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { wrongField } from '../../../kernel/actions/invalid-input.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { getService } from '../../service-catalogue/index.ts';
import { serviceCodeInput } from '../application-input.ts';
import { insertTurnedAway, listTurnAwayReasons } from '../turned-away/turn-away-store.ts';

/** A visit that ends without an application leaves its reasons: the Centre answers for them by a figure. */
export const turnAway = defineAction({
  name: 'applications.turn-away',
  title: { uk: 'Не прийняти сьогодні, з причиною', en: 'Turn away today, with the reason' },
  input: z.object({
    id: z.uuid().optional(),
    ticketId: z.uuid().optional(),
    serviceCode: serviceCodeInput,
    /** Codes of the city's list; the first is the main one. */
    reasons: z.array(z.string().max(60)).min(1, 'applications:input.turnAwayReason').max(14),
    /** Names of the papers that lacked. */
    lacking: z.array(z.string().trim().min(1).max(500)).max(60).default([]),
    /** Only where the person names it: it tells whether they had to come again. */
    applicantCode: personal(
      z
        .string()
        .overwrite((text) => text.replace(/[\s-]/g, ''))
        .regex(/^\d{8,10}$/, 'applications:input.turnAwayCode')
        .optional(),
    ),
    note: personal(z.string().trim().max(500).optional()),
    synthetic: z.string().max(200).optional(),
  }),
  output: z.object({ id: z.uuid(), ours: z.boolean() }),
  may: ['administrator'],
  importable: true,
  async run(deed, given) {
    const on = kyivDate(deed.now);
    const service = await getService(deed.tx, given.serviceCode, on);
    const known = new Set((await listTurnAwayReasons(deed.tx)).map(({ code }) => code));
    const stranger = given.reasons.find((code) => !known.has(code));
    if (stranger !== undefined) throw wrongField(['reasons'], 'applications:input.turnAwayReason');
    const id = given.id ?? uuid();
    const { ours } = await insertTurnedAway(deed.tx, {
      id,
      ticketId: given.ticketId ?? null,
      at: deed.now,
      on,
      serviceCode: service.code,
      sector: service.sector,
      reasons: [...new Set(given.reasons)],
      lacking: given.lacking,
      applicantCode: given.applicantCode ?? null,
      note: given.note ?? null,
      recordedBy: deed.actor.staffId,
      synthetic: deed.imported ? (given.synthetic ?? null) : null,
    });
    deed.about({ kind: 'turned-away', id });
    return { id, ours };
  },
});
