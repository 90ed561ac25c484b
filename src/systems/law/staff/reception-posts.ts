import { Refusal } from '../../../kernel/actions/refusal.ts';
import type { PagePost } from '../../../kernel/page/define-page.ts';
import { closeHall, reopenHall, setOpeningHours, setSpecialDayAction } from '../actions/reception.ts';
import { parseHours } from '../parse-hours.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The forms of the reception's page by their `deed`. */
export const RECEPTION_DEEDS: Readonly<
  Record<string, (request: PagePost, hall: string) => Promise<unknown>>
> = {
  close: (request, hall) =>
    request.run(closeHall, {
      hall,
      from: request.field('from'),
      until: request.field('until'),
      reason: request.field('reason'),
    }),
  reopen: (request, hall) => request.run(reopenHall, { hall, from: request.field('from') }),
  special: (request, hall) =>
    request.run(setSpecialDayAction, {
      hall,
      date: request.field('date'),
      hours: hoursOf(request, 'hours'),
      reason: request.field('reason'),
    }),
  week: (request, hall) =>
    request.run(setOpeningHours, {
      hall,
      from: request.field('from'),
      week: WEEKDAYS.map((weekday) => ({ weekday, hours: hoursOf(request, `day${weekday}`) })),
    }),
};

function hoursOf(request: PagePost, name: string) {
  const text = request.field(name);
  const hours = parseHours(text);
  if (hours === null) throw new Refusal('law:refusals.hoursUnread', { text: text.slice(0, 60) }, 422);
  return hours;
}
