import { z } from 'zod';
import { formFieldSchema, termSchema } from '../service-catalogue/index.ts';

const words = (most: number) =>
  z.object({
    uk: z.string().trim().min(1, 'complex-services:input.wordsMissing').max(most),
    /** Empty = the Ukrainian words stand on the English page too. */
    en: z.string().trim().max(most).default(''),
  });
export type Words = z.output<ReturnType<typeof words>>;

export const planCodeInput = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'complex-services:input.codeWrong');

/** Bits of a choice code: parts are numbered from 1 to 30. */
const MOST_PARTS = 30;
const partNo = z
  .int()
  .min(1, 'complex-services:input.noWrong')
  .max(MOST_PARTS, 'complex-services:input.noWrong');

export const planPartSchema = z.object({
  no: partNo,
  /** A service of the catalogue, or null with a `title` and a `term` of its own. */
  serviceCode: z
    .string()
    .regex(/^\d{2}-\d{2,3}$/, 'complex-services:input.serviceWrong')
    .nullable()
    .default(null),
  title: words(200),
  /** What the family gets by it, in plain words. */
  gives: words(400),
  /** Code of the body that decides; empty only in a draft that is not sound yet. */
  provider: z.string().max(60),
  /** Null = the service's own term. */
  term: termSchema.nullable().default(null),
  required: z.boolean().default(false),
  /** Numbers of the parts whose success this one waits for. */
  dependsOn: z.array(partNo).max(MOST_PARTS).default([]),
  /** For whom it is, in words; null = for everyone. */
  when: words(300).nullable().default(null),
  /** Applies only where this question of the plan is answered so. */
  appliesWhen: z
    .object({ field: z.string().max(60), is: z.union([z.boolean(), z.string().max(100)]) })
    .nullable()
    .default(null),
  /** Questions of the plan whose answers the body of this part may read. */
  shares: z.array(z.string().max(60)).max(60).default([]),
});
export type PlanPart = z.output<typeof planPartSchema>;

export const planSchema = z.object({
  code: planCodeInput,
  title: words(200),
  intro: words(1500),
  /** What the city promises from the day of filing, longest chain and all; null = only the parts' own terms. */
  promise: termSchema.nullable().default(null),
  /** Life event of the home page under which it stands. */
  lifeEvent: z.string().max(60).nullable().default(null),
  /** Questions asked once for all parts; files are asked by the bodies themselves. */
  form: z.array(formFieldSchema).max(60).default([]),
  /** Papers brought once. */
  documents: z.array(z.string().trim().min(1).max(500)).max(60).default([]),
  parts: z.array(planPartSchema).min(1, 'complex-services:input.partsMissing').max(MOST_PARTS),
});
/** A complex service as data: one application, parts with bodies and terms of their own. */
export type Plan = z.output<typeof planSchema>;

export const planVersionSchema = planSchema.extend({
  versionId: z.uuid(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
});
export type PlanVersion = z.output<typeof planVersionSchema>;

/**
 * Chosen parts as a short code: the numbers' bits in base 36. Says nothing of a person, so it is
 * kept nowhere: `e-maliatko-7r`.
 */
export function choiceCode(planCode: string, chosen: readonly number[]): string {
  return `${planCode}-${chosen.reduce((bits, no) => bits + 2 ** (no - 1), 0).toString(36)}`;
}

/** Plan and parts of a choice code, or undefined for what is none. */
export function readChoice(
  code: string,
): { readonly planCode: string; readonly chosen: number[] } | undefined {
  const match = /^([a-z][a-z0-9-]{0,39})-([0-9a-z]{1,7})$/.exec(code.trim().toLowerCase());
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const bits = Number.parseInt(match[2], 36);
  const chosen = Array.from({ length: MOST_PARTS }, (_, index) => index + 1).filter(
    (no) => Math.floor(bits / 2 ** (no - 1)) % 2 === 1,
  );
  return { planCode: match[1], chosen };
}
