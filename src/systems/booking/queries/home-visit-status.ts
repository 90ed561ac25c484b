import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { tellServices } from '../../service-catalogue/index.ts';
import { codeInput } from '../booking-input.ts';
import { HOME_STATES } from '../home/home-visit.ts';
import { getHomeVisit } from '../home/home-visit-store.ts';
import { clock } from '../slot-plan.ts';

/** What the code opens: nothing that a stranger who finds it could use; the address stays with the crew. */
export const homeVisitStatus = defineQuery({
  name: 'booking.home-visit-status',
  title: { uk: 'Мій виїзд додому за кодом', en: 'My home visit by its code' },
  input: z.object({ code: codeInput }),
  output: z.object({
    code: z.string(),
    state: z.enum(HOME_STATES),
    day: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    answer: z.string().nullable(),
    services: z.array(
      z.object({ code: z.string(), name: z.string(), nameEn: z.string(), documents: z.array(z.string()) }),
    ),
  }),
  may: ['resident'],
  async run({ tx, now }, { code }) {
    const visit = await getHomeVisit(tx, { code });
    return {
      code,
      state: visit.state,
      day: visit.day,
      from: visit.from_minute === null ? null : clock(visit.from_minute),
      to: visit.to_minute === null ? null : clock(visit.to_minute),
      answer: visit.answer,
      services: await tellServices(tx, visit.service_codes, kyivDate(now)),
    };
  },
});
