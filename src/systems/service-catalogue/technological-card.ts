import { z } from 'zod';
import type { ServiceTerm } from './service.ts';

/** What a unit does at a stage: В виконує, У бере участь, П погоджує, З затверджує (КМУ № 44 of 30.01.2013). */
export const MARKS = ['performs', 'takes-part', 'agrees', 'approves'] as const;
export type Mark = (typeof MARKS)[number];

/** The letters that stand in the city's own paper. */
export const MARK_LETTERS: Readonly<Record<Mark, string>> = {
  performs: 'В',
  'takes-part': 'У',
  agrees: 'П',
  approves: 'З',
};

/** Code of the Centre itself where a stage is done by its administrators. */
export const CENTRE = 'centre';

export const stageSchema = z.object({
  name: z.string().trim().min(1, 'service-catalogue:input.stage').max(300),
  /** Code of the body or of the Centre. */
  unit: z.string().trim().min(1, 'service-catalogue:input.stage').max(100),
  /** Who answers for it: a post, never a name. */
  officer: z.string().trim().max(200).default(''),
  mark: z.enum(MARKS, 'service-catalogue:input.stage'),
  /** Days of the kind the service's term has; a quarter of a day is the least that is told apart. */
  days: z.number('service-catalogue:input.stage').min(0).max(730),
});
export type Stage = z.output<typeof stageSchema>;

/** Stages in their order (Law 5203-VI art. 8(5); RULEBOOK §1.3). */
export const stagesSchema = z.array(stageSchema).max(40, 'service-catalogue:input.stage');

/** Days of all stages together: one begins where the other ended. */
export function daysOfStages(stages: readonly Pick<Stage, 'days'>[]): number {
  return stages.reduce((sum, { days }) => sum + days, 0);
}

const DAYS_OF: Readonly<Record<ServiceTerm['unit'], number>> = {
  hours: 1 / 24,
  'working-days': 1,
  'calendar-days': 1,
  // The shortest month that is not February: a promise must hold in every one.
  months: 30,
};

/** How many days the law allows the stages. */
export function daysAllowed({ value, unit }: Pick<ServiceTerm, 'value' | 'unit'>): number {
  return value * DAYS_OF[unit];
}
