import { z } from 'zod';
import { personal } from '../../kernel/actions/define.ts';
import { normalCode } from '../queue/index.ts';
import { ASSISTANCE, MOST_PEOPLE, MOST_SERVICES } from './booking.ts';

export const hallInput = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'booking:input.hall')
  .max(40)
  .default('main');

export const codeInput = z
  .string()
  .max(40)
  .transform(normalCode)
  .pipe(z.string().regex(/^[2-9A-HJKMNP-Z]{8}$/, 'booking:input.code'));

export const servicesInput = z
  .array(z.string().min(1, 'booking:input.service').max(20))
  .min(1, 'booking:input.service')
  .max(MOST_SERVICES, 'booking:input.manyServices');

export const peopleInput = z.coerce
  .number('booking:input.people')
  .int('booking:input.people')
  .min(1, 'booking:input.people')
  .max(MOST_PEOPLE, 'booking:input.people')
  .default(1);

export const emailInput = personal(z.string().trim().max(254).pipe(z.email('booking:input.email')));

/** An address or nothing: on the telephone there may be none. */
export const optionalEmail = personal(
  z
    .string()
    .trim()
    .max(254)
    .transform((text) => (text === '' ? null : text))
    .pipe(z.email('booking:input.email').nullable()),
).prefault('');

export const nameInput = personal(z.string().trim().max(100, 'booking:input.nameLong'));

export const phoneInput = personal(
  z
    .string()
    .trim()
    .regex(/^(\+?[\d\s()-]{7,20})?$/, 'booking:input.phone'),
);

export const momentInput = z.iso.datetime({ offset: true, error: 'booking:input.time' });

export const assistanceInput = personal(z.enum(ASSISTANCE).nullable()).default(null);

/** Far years are no dates of visits, and the calendar does not know them. */
export const civilDay = z.iso.date('booking:input.day').regex(/^20/, 'booking:input.day');

/** `09:00`; `24:00` ends a day. */
export const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'booking:input.clock');

export const smallNumber = (least: number, most: number, key: string) =>
  z.coerce.number(key).int(key).min(least, key).max(most, key);
