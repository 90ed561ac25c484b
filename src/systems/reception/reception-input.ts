import { z } from 'zod';
import { personal } from '../../kernel/actions/define.ts';
import { normalCode } from '../queue/index.ts';
import { CARD_OUTCOMES, MOST_QUESTIONS, NO_TOPIC } from './reception.ts';

const words = (max: number) => z.string().trim().max(max);

export const visitIdInput = z.uuid('reception:input.visit');

export const codeInput = words(40)
  .transform(normalCode)
  .pipe(z.string().regex(/^[2-9A-HJKMNP-Z]{8}$/, 'reception:input.code'));

/** Far years are no dates of receptions. */
export const dayInput = z.iso.date('reception:input.day').regex(/^20/, 'reception:input.day');

export const clockInput = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'reception:input.clock');

export const startsAtInput = z.iso.datetime({ offset: true, error: 'reception:input.place' }).regex(/^20/);

/** Who comes with what. */
export const visitorInput = z.object({
  name: personal(words(200).min(3, 'reception:input.name')),
  phone: personal(words(30).regex(/^(\+?[\d\s()-]{7,})?$/, 'reception:input.phone')).default(''),
  email: personal(z.union([z.literal(''), words(200).pipe(z.email('reception:input.email'))])).default(''),
  question: personal(words(500).min(5, 'reception:input.question')),
});

/** Which place, and who takes it. */
export const bookingInput = visitorInput.extend({
  leaderId: z.uuid('reception:input.place'),
  startsAt: startsAtInput,
});

export const contactGiven = ({ phone, email }: { phone: string; email: string }) =>
  phone !== '' || email !== '';
export const CONTACT_MISSING = { error: 'reception:input.contact', path: ['phone'] };

export const topicInput = z
  .string()
  .max(20)
  .regex(/^(\d{1,6}([.-]\d{1,6})*|not-stated)$/, 'reception:input.topic');

export const cardQuestions = z
  .array(
    z.object({
      topic: topicInput.default(NO_TOPIC),
      text: personal(words(2000).min(5, 'reception:input.question')),
      outcome: z.enum(CARD_OUTCOMES, 'reception:input.outcome'),
      /** What was said to the person. */
      answer: personal(words(2000)).default(''),
    }),
  )
  .min(1, 'reception:input.question')
  .max(MOST_QUESTIONS);

export const bookedView = z.object({
  visitId: z.uuid(),
  code: z.string(),
  startsAt: z.iso.datetime(),
});
