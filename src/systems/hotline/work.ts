import { sql } from 'kysely';
import { hasRole } from '../../kernel/actions/actor.ts';
import { type CaseWork, executedBy, inUnitOf, untaken } from '../../kernel/cases/index.ts';
import { TICKET } from './ticket.ts';

const SEE_ALL = ['operator', 'leader', 'auditor'] as const;

/** What a ticket waits for, and from whom. Lists name no caller but to the operator. */
export const ticketWork: CaseWork = {
  kind: TICKET,
  icon: 'M3 2.5h3l1.2 3.2-1.8 1.4a8 8 0 0 0 3.5 3.5l1.4-1.8 3.2 1.2v3A11.5 11.5 0 0 1 3 2.5z',
  sees: (actor) => hasRole(actor, ...SEE_ALL) || (hasRole(actor, 'specialist') && inUnitOf(actor)),
  names: ['operator'],
  steps: [
    {
      name: 'mend',
      title: { uk: 'Виконати й доповісти', en: 'Mend and report' },
      may: ['specialist'],
      states: ['new', 'in-work'],
      turn: 'mine',
      reach: 'unit',
      waits: executedBy,
    },
    {
      name: 'take',
      title: { uk: 'Взяти в роботу', en: 'Take' },
      may: ['specialist'],
      states: ['new', 'in-work'],
      turn: 'free',
      reach: 'unit',
      waits: (worker) => sql`${untaken()} and ${inUnitOf(worker)}`,
      deed: 'take',
    },
    {
      name: 'route',
      title: { uk: 'Передати підрозділу', en: 'Give to a body' },
      may: ['operator'],
      states: ['new', 'in-work'],
      turn: 'free',
      reach: 'house',
      waits: () => sql`c.unit_id is null`,
    },
    {
      name: 'ask',
      title: { uk: 'Спитати, чи справді зроблено', en: 'Ask whether it was really done' },
      may: ['operator'],
      states: ['done'],
      turn: 'free',
      reach: 'house',
    },
    {
      name: 'confirm',
      title: { uk: 'Мешканець підтверджує', en: 'The resident confirms' },
      may: ['specialist'],
      states: ['done'],
      turn: 'others',
      reach: 'unit',
    },
    {
      name: 'colleague',
      title: { uk: 'Виконує колега', en: 'A colleague mends' },
      may: ['specialist'],
      states: ['in-work'],
      turn: 'others',
      reach: 'unit',
    },
  ],
};
