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

export const assistanceInput = personal(z.enum(ASSISTANCE).nullable()).default(null);

/** Far years are no dates of visits, and the calendar does not know them. */
export const civilDay = z.iso.date('booking:input.day').regex(/^20/, 'booking:input.day');
