import { z } from 'zod';
import { personal } from '../../kernel/actions/define.ts';
import { stepView } from '../../kernel/cases/view/course-view.ts';
import {
  CHANNELS,
  DEPUTY_PAPERS,
  DOCUMENTS,
  KINDS,
  NO_TOPIC,
  SEXES,
  SIGNS,
  SUBJECTS,
  TERMS,
} from './appeal.ts';

export { deedView, viewDeed } from '../../kernel/cases/view/deed-view.ts';

const words = (max: number) => z.string().trim().max(max);

export const caseIdInput = z.uuid('appeals:input.caseMissing');

/** Surname first; the law asks for a name, a place of residence and a way to answer. */
export const authorInput = z.object({
  name: personal(words(300).default('')),
  address: personal(words(500).default('')),
  phone: personal(
    words(40)
      .regex(/^(\+?[\d\s()-]{5,})?$/, 'appeals:input.phoneWrong')
      .default(''),
  ),
  email: personal(z.union([z.literal(''), words(200).pipe(z.email('appeals:input.emailWrong'))]).default('')),
});
export type AuthorInput = z.output<typeof authorInput>;

export const topicInput = z
  .string()
  .max(20)
  .regex(/^(\d{1,6}([.-]\d{1,6})*|not-stated)$/, 'appeals:input.topicMissing');

export const questionsInput = z
  .array(z.object({ topic: topicInput.default(NO_TOPIC), text: personal(words(2000).default('')) }))
  .min(1, 'appeals:input.topicMissing')
  .max(20, 'appeals:input.tooManyQuestions');

export const placeInput = z.object({
  words: words(300).default(''),
  /** A house of the address register. */
  houseId: z.uuid().optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
});
export type Place = z.output<typeof placeInput>;

/** The registration card. */
export const cardInput = z.object({
  channel: z.enum(CHANNELS, 'appeals:input.channelMissing'),
  kind: z.enum(KINDS, 'appeals:input.kindMissing'),
  sign: z.enum(SIGNS).default('first'),
  subject: z.enum(SUBJECTS).default('individual'),
  /** Left out: by the author's patronymic, by the channel. */
  sex: z.enum(SEXES).optional(),
  document: z.enum(DOCUMENTS).optional(),
  /** How many people signed a collective one. */
  people: z.int().min(1, 'appeals:input.peopleWrong').max(1_000_000, 'appeals:input.peopleWrong').default(1),
  /** Codes of the classifier, axes 7 and 8. */
  categories: z.array(z.string().max(20)).max(20).default([]),
  status: z.string().max(20).nullable().default(null),
  questions: questionsInput,
  deputy: z.enum(DEPUTY_PAPERS).nullable().default(null),
  term: z.enum(TERMS).default('ordinary'),
  /** The authority or the paper it came through, with its number and date. */
  sender: personal(words(500).default('')),
});
export type Card = z.output<typeof cardInput>;

/** Whom it complains of: it will never come to them (Law 393/96-VR art. 7). */
export const complainedOfInput = z.object({
  staffIds: z.array(z.uuid()).max(20).default([]),
  unitCodes: z.array(z.string().max(60)).max(20).default([]),
});

export const textInput = personal(words(20_000).min(5, 'appeals:input.textMissing'));

export const registeredView = z.object({
  caseId: z.uuid(),
  number: z.string(),
  /** «Д-401». */
  index: z.string(),
  /** With the number it opens the tracking page; shown once. */
  trackingCode: personal(z.string()),
  dueOn: z.iso.date().nullable(),
  /** The day from which the terms run. */
  countedFrom: z.iso.date(),
  steps: z.array(stepView),
});
