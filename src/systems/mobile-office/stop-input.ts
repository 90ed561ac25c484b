import { z } from 'zod';
import { kyivInstant } from '../../kernel/calendar/kyiv-time.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'mobile-office:input.timeWrong');
const degrees = (least: number, most: number) =>
  z.coerce
    .number('mobile-office:input.placeWrong')
    .min(least, 'mobile-office:input.placeWrong')
    .max(most, 'mobile-office:input.placeWrong');

/** A stop as people write it: day and hours by Kyiv's clocks. */
export const stopFields = z
  .object({
    route: z.string().trim().min(1, 'mobile-office:input.routeMissing').max(80),
    settlement: z.string().trim().min(1, 'mobile-office:input.settlementMissing').max(120),
    place: z.string().trim().min(1, 'mobile-office:input.placeMissing').max(200),
    lat: degrees(44, 53),
    lon: degrees(22, 41),
    day: z.iso.date('mobile-office:input.dayWrong'),
    from: time,
    to: time,
    serviceCodes: z
      .array(z.string().regex(/^\d{2}-\d{2,3}$/, 'mobile-office:input.serviceWrong'))
      .min(1, 'mobile-office:input.serviceMissing')
      .max(60),
    note: z.string().trim().max(300).optional(),
  })
  .refine(({ from, to }) => from < to, { error: 'mobile-office:input.hoursWrong', path: ['to'] })
  .refine(({ day }) => day >= '2000-01-01' && day < '2200-01-01', {
    error: 'mobile-office:input.dayWrong',
    path: ['day'],
  });
export type StopFields = z.output<typeof stopFields>;

export function momentsOf({ day, from, to }: Pick<StopFields, 'day' | 'from' | 'to'>) {
  return { startsAt: kyivInstant(day, from), endsAt: kyivInstant(day, to) };
}

export const stopView = z.object({
  id: z.uuid(),
  route: z.string(),
  settlement: z.string(),
  place: z.string(),
  lat: z.number(),
  lon: z.number(),
  startsAt: z.date(),
  endsAt: z.date(),
  services: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
  note: z.string().nullable(),
  cancelReason: z.string().nullable(),
});
export type StopView = z.output<typeof stopView>;
