import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import { loadReception } from '../../../kernel/calendar/load-calendar.ts';
import { openingHours } from '../../../kernel/calendar/reception-calendar.ts';
import { getHall } from '../../queue/index.ts';
import { SECTORS } from '../../service-catalogue/index.ts';
import { civilDay, hallInput, peopleInput, servicesInput } from '../booking-input.ts';
import { DAYS_AHEAD, freeStartsOfLegs, LEAD_MINUTES, type LegSlots } from '../free-starts.ts';
import { planVisit } from '../plan-visit.ts';
import { STEP_MINUTES } from '../slot-plan.ts';
import { readSlots } from '../slot-store.ts';

export const freeTimes = defineQuery({
  name: 'booking.free-times',
  title: { uk: 'Вільні дні й години для візиту', en: 'Free days and times for a visit' },
  input: z.object({
    hall: hallInput,
    services: servicesInput,
    people: peopleInput,
    /** With a day its times are told too. */
    day: civilDay.optional(),
  }),
  output: z.object({
    hall: z.object({ code: z.string(), name: z.string(), nameEn: z.string(), address: z.string() }),
    /** The sectors in the order of the visit. */
    sectors: z.array(z.enum(SECTORS)),
    services: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
    minutes: z.int(),
    /** Every day within reach; `open` tells whether the hall receives people at all. */
    days: z.array(z.object({ day: z.string(), open: z.boolean(), free: z.int() })),
    times: z.array(z.string()),
  }),
  may: ['resident'],
  async run({ tx, now }, { hall: hallCode, services: codes, people, day }) {
    const hall = await getHall(tx, hallCode);
    const today = kyivDate(now);
    const { services, legs, allSteps } = await planVisit(tx, { services: codes, people }, today);
    const dates = Array.from({ length: DAYS_AHEAD + 1 }, (_, ahead) => addDays(today, ahead));
    const from = new Date(now.getTime() + LEAD_MINUTES * 60_000);
    const to = kyivInstant(dates.at(-1) ?? today, '24:00');
    const slots: LegSlots[] = [];
    for (const { sector, steps } of legs)
      slots.push({ steps, slots: await readSlots(tx, { hall: hallCode, sector, from, to }) });
    const starts = freeStartsOfLegs(slots, from);
    const byDay = Map.groupBy(starts, (startsAt) => kyivDate(startsAt));
    const reception = await loadReception(tx, hallCode);
    return {
      hall: { code: hall.code, name: hall.name, nameEn: hall.name_en, address: hall.address },
      sectors: legs.map(({ sector }) => sector),
      services: services.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
      minutes: allSteps * STEP_MINUTES,
      days: dates.map((date) => ({
        day: date,
        open: openingHours(reception, date).length > 0,
        free: byDay.get(date)?.length ?? 0,
      })),
      times: day === undefined ? [] : (byDay.get(day) ?? []).map((startsAt) => startsAt.toISOString()),
    };
  },
});
