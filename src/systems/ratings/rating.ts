import { z } from 'zod';
import { personal } from '../../kernel/actions/define.ts';
import { SECTORS } from '../service-catalogue/index.ts';

export const CHANNELS = ['ticket', 'paper', 'site'] as const;
export type Channel = (typeof CHANNELS)[number];

export const COMMENT_STATES = ['new', 'published', 'hidden'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/** From which states a comment may come into this one. A hidden comment stays hidden. */
export const COMES_FROM: Readonly<Record<CommentState, readonly CommentState[]>> = {
  new: [],
  published: ['new'],
  hidden: ['new', 'published'],
};

/** What people of every channel answer. Marks: 1 very bad … 5 very good. */
export const opinionInput = {
  mark: z.coerce
    .number('ratings:input.markMissing')
    .int()
    .min(1, 'ratings:input.markMissing')
    .max(5, 'ratings:input.markMissing'),
  recommend: z.coerce
    .number('ratings:input.recommendWrong')
    .int('ratings:input.recommendWrong')
    .min(0, 'ratings:input.recommendWrong')
    .max(10, 'ratings:input.recommendWrong')
    .nullable()
    .default(null),
  /** Question's code → mark; unanswered ones are left out. */
  answers: z
    .record(
      z.string().max(40),
      z.coerce
        .number('ratings:input.answerWrong')
        .int()
        .min(1, 'ratings:input.answerWrong')
        .max(5, 'ratings:input.answerWrong'),
    )
    .default({}),
  comment: personal(z.string().trim().max(2000, 'ratings:input.commentLong')).default(''),
};

export type Opinion = z.output<z.ZodObject<typeof opinionInput>>;

/** Where somebody without a ticket was; both may stay unsaid. */
export const placeInput = {
  sector: z.enum(SECTORS).nullable().default(null),
  serviceCode: z
    .string()
    .trim()
    .regex(/^\d{2}-\d{2,3}$/, 'ratings:input.serviceWrong')
    .nullable()
    .default(null),
};
