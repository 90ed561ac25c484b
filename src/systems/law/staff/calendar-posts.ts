import { Refusal } from '../../../kernel/actions/refusal.ts';
import type { PagePost } from '../../../kernel/page/define-page.ts';
import { addHolidayAction, endHolidayAction } from '../actions/holiday.ts';
import { removeLocalDayAction, setLocalDayAction } from '../actions/local-day.ts';
import { addMartialLawAction, endMartialLaw } from '../actions/martial-law.ts';

/** One page, several deeds: `deed` tells which form was sent. */
export async function runCalendarDeed(request: PagePost): Promise<void> {
  const deed = DEEDS[request.field('deed')];
  if (deed === undefined) throw new Refusal('law:refusals.noSuchDeed', {}, 400);
  await deed(request);
}

const DEEDS: Readonly<Record<string, (request: PagePost) => Promise<unknown>>> = {
  'local-day': (request) =>
    request.run(setLocalDayAction, {
      date: request.field('date'),
      working: request.field('working') === 'yes',
      reason: request.field('reason'),
    }),
  'local-day-undo': (request) =>
    request.run(removeLocalDayAction, { date: request.field('date'), reason: request.field('reason') }),
  'martial-law': (request) =>
    request.run(addMartialLawAction, {
      from: request.field('from'),
      to: dateOrNull(request, 'to'),
      article: request.field('article'),
    }),
  'martial-law-end': (request) =>
    request.run(endMartialLaw, {
      from: request.field('from'),
      to: dateOrNull(request, 'to'),
      article: request.field('article'),
    }),
  holiday: (request) =>
    request.run(addHolidayAction, {
      name: request.field('name'),
      month: request.field('month'),
      day: request.field('day'),
      validFrom: request.field('validFrom'),
      article: request.field('article'),
    }),
  'holiday-end': (request) =>
    request.run(endHolidayAction, {
      month: request.field('month'),
      day: request.field('day'),
      on: request.field('on'),
      article: request.field('article'),
    }),
};

function dateOrNull(request: PagePost, name: string): string | null {
  const date = request.field(name);
  return date === '' ? null : date;
}
