import { z } from 'zod';
import type { Role } from '../../kernel/actions/actor.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';

/** Who corrects the law's data, and who reads them. */
export const LAWYERS: readonly Role[] = ['head', 'it'];
export const READERS: readonly Role[] = ['head', 'it', 'auditor', 'specialist'];

/** The hall that has a page of its own for residents. */
export const MAIN_HALL = 'main';

const FIRST = '2004-01-01';
const LAST = '2100-12-31';

/** A civil date within the years in which terms can be counted. */
export const lawDate = z.iso
  .date('law:input.dateWrong')
  .refine((date) => date >= FIRST && date <= LAST, 'law:input.dateFar');

export const reason = z.string().trim().min(3, 'law:input.reasonMissing').max(300, 'law:input.reasonLong');
export const article = z.string().trim().min(3, 'law:input.articleMissing').max(300, 'law:input.reasonLong');
export const hallCode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'law:input.hallWrong')
  .max(60);

export const CERTAINTIES = ['V', 'V2', 'M', 'M?'] as const;
export const UNITS = ['hours', 'working-days', 'calendar-days', 'months', 'auto-days'] as const;

/** A sentence without a language yet, as the kernel's calendar and clock write it. */
export const messageView = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** `HH:MM`, `to` up to 24:00. */
export const hours = z
  .object({
    from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'law:input.timeWrong'),
    to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'law:input.timeWrong'),
  })
  .refine(({ from, to }) => from < to, 'law:input.timeOrder');

export function requireOrder(from: string, to: string | null): void {
  if (to !== null && to <= from) throw new Refusal('law:refusals.endBeforeStart', {}, 422);
}
