import type { PageRequest } from '../../../kernel/page/define-page.ts';
import { MOST_PEOPLE, MOST_SERVICES } from '../booking.ts';

/** What has been chosen so far, read from an address that anyone may have written. */
export interface Wish {
  readonly services: readonly string[];
  readonly people: number;
  readonly day: string | undefined;
  /** ISO moment. */
  readonly time: string | undefined;
}

export function wishOf({ query }: Pick<PageRequest, 'query'>): Wish {
  const services = (query['services'] ?? '').split(',').filter((code) => /^[\w.-]{1,20}$/.test(code));
  const people = Number(query['people'] ?? '1');
  const time = query['time'];
  return {
    services: [...new Set(services)].slice(0, MOST_SERVICES),
    people: Number.isInteger(people) && people >= 1 && people <= MOST_PEOPLE ? people : 1,
    day: /^20\d\d-\d\d-\d\d$/.test(query['day'] ?? '') ? query['day'] : undefined,
    time: /^20\d\d-\d\d-\d\dT\d\d:\d\d:00\.000Z$/.test(time ?? '') ? time : undefined,
  };
}

/** The address of the step at which so much is chosen. */
export function wishPath(wish: Partial<Wish>, path = '/booking'): string {
  const query = new URLSearchParams();
  if (wish.services !== undefined && wish.services.length > 0) query.set('services', wish.services.join(','));
  if (wish.people !== undefined && wish.people > 1) query.set('people', String(wish.people));
  if (wish.day !== undefined) query.set('day', wish.day);
  if (wish.time !== undefined) query.set('time', wish.time);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
