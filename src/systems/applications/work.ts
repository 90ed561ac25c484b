import { sql } from 'kysely';
import { hasRole } from '../../kernel/actions/actor.ts';
import { addDays } from '../../kernel/calendar/epoch-day.ts';
import { type CaseWork, executedBy, inUnitOf, untaken } from '../../kernel/cases/index.ts';
import { SOON_DAYS } from '../../kernel/clock/days-left.ts';
import { APPLICATION } from './application.ts';

const FRONT_OFFICE = ['administrator', 'head', 'auditor'] as const;

/** What an application waits for, and from whom. */
export const applicationWork: CaseWork = {
  kind: APPLICATION,
  icon: 'M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.5 8h5M5.5 11h5',
  sees: (actor) => hasRole(actor, ...FRONT_OFFICE) || (hasRole(actor, 'specialist') && inUnitOf(actor)),
  names: ['specialist', ...FRONT_OFFICE],
  steps: [
    {
      name: 'decide',
      title: { uk: 'Ухвалити рішення', en: 'Decide' },
      may: ['specialist'],
      states: ['in-work'],
      turn: 'mine',
      reach: 'unit',
      waits: executedBy,
    },
    {
      name: 'take',
      title: { uk: 'Взяти в роботу', en: 'Take' },
      may: ['specialist'],
      states: ['registered', 'in-work'],
      turn: 'free',
      reach: 'unit',
      waits: (worker) => sql`${untaken()} and ${inUnitOf(worker)}`,
      deed: 'take',
    },
    {
      name: 'cure',
      title: { uk: 'Заявник виправляє документи', en: 'The applicant mends the papers' },
      may: ['specialist'],
      states: ['without-motion'],
      turn: 'others',
      reach: 'unit',
    },
    {
      name: 'colleague',
      title: { uk: 'Вирішує колега', en: 'A colleague decides' },
      may: ['specialist'],
      states: ['in-work'],
      turn: 'others',
      reach: 'unit',
    },
    {
      name: 'pass',
      title: { uk: 'Передати документи органу', en: 'Pass the papers to the body' },
      may: ['administrator'],
      states: ['registered'],
      turn: 'free',
      reach: 'house',
      waits: () => sql`c.holder_kind = 'front-office'`,
    },
    {
      name: 'assign',
      title: { uk: 'Призначити виконавця', en: 'Name who decides it' },
      may: ['head'],
      states: ['registered', 'in-work'],
      turn: 'free',
      reach: 'house',
      waits: ({ today }) =>
        sql`${untaken()} and coalesce(c.due_on, 'infinity'::date) <= ${addDays(today, SOON_DAYS)}::date`,
    },
  ],
};
