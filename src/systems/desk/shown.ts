import type { Role } from '../../kernel/actions/actor.ts';
import type { Turn } from '../../kernel/cases/index.ts';

/** Tabs of my work. */
export const SHOWN = ['waiting', 'mine', 'free', 'others', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

/** For whom work waits; the others of the house only look or keep it going. */
export const MY_WORK = [
  'specialist',
  'registrar',
  'leader',
  'operator',
  'administrator',
  'head',
] as const satisfies readonly Role[];

/** Who watches over the terms of others. */
export const TERMS = ['head', 'leader', 'auditor'] as const satisfies readonly Role[];

export function turnsOf(show: Shown): readonly Turn[] {
  switch (show) {
    case 'waiting':
      return ['mine', 'free'];
    case 'all':
      return ['mine', 'free', 'others'];
    case 'mine':
    case 'free':
    case 'others':
      return [show];
  }
}
