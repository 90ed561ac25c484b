import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { loadReception } from '../../../kernel/calendar/load-calendar.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { nextOpening, openingHours } from '../../../kernel/calendar/reception-calendar.ts';
import { getService, listBaseAmounts, listVersions } from '../catalogue.ts';
import { frequentReason, readFrequentReasons } from '../frequent-reasons.ts';
import { priceOn } from '../price.ts';
import { cardSchema, serviceSchema } from '../service.ts';
import { findCard } from '../service-store.ts';

/** The Centre's hall whose hours stand on a card. */
const HALL = 'main';

export const getServiceQuery = defineQuery({
  name: 'service-catalogue.get-service',
  title: { uk: 'Інформаційна картка послуги', en: 'Information card of a service' },
  input: z.object({ code: z.string().max(20), on: z.iso.date().optional() }),
  output: z.object({
    service: serviceSchema,
    /** Hryvnias; `'0.00'` where free. `base`: what the percentage was counted from. */
    price: z
      .object({
        amount: z.string(),
        base: z.object({ base: z.string(), validFrom: z.iso.date(), amount: z.string() }).nullable(),
      })
      .nullable(),
    card: cardSchema.nullable(),
    /** For what people were most often sent away or refused; rare reasons are left out. */
    frequentReasons: z.array(frequentReason),
    versions: z.array(z.object({ validFrom: z.iso.date(), validTo: z.iso.date().nullable() })),
    reception: z.object({
      today: z.array(z.object({ from: z.string(), to: z.string() })),
      /** The next opening where the hall is closed now; null where no hours are known. */
      opens: z.iso.datetime().nullable(),
      /** ISO weekday, Monday is 1. */
      week: z.array(z.object({ weekday: z.number(), from: z.string(), to: z.string() })),
    }),
  }),
  may: ['resident'],
  async run({ tx, now }, input) {
    const today = kyivDate(now);
    const on = input.on ?? today;
    const service = await getService(tx, input.code, on);
    const reception = await loadReception(tx, HALL);
    return {
      service,
      price: priceOn(service.fee, await listBaseAmounts(tx), on),
      card: (service.hasCard ? await findCard(tx, service.versionId) : undefined) ?? null,
      frequentReasons: [...(await readFrequentReasons(tx, service.code))],
      versions: [...(await listVersions(tx, input.code))],
      reception: {
        today: [...openingHours(reception, today)],
        opens: nextOpening(reception, now)?.toISOString() ?? null,
        week: reception.weekly
          .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || today < validTo))
          .toSorted((a, b) => a.weekday - b.weekday),
      },
    };
  },
});
