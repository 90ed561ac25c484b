import { sql } from 'kysely';
import { hasRole } from '../../kernel/actions/actor.ts';
import { type CaseWork, executedBy, inUnitOf, untaken, type Worker } from '../../kernel/cases/index.ts';
import { INFORMATION_REQUEST } from './information-request.ts';

const SEE_ALL = ['registrar', 'leader', 'auditor'] as const;

/** What an information request waits for, and from whom. */
export const requestWork: CaseWork = {
  kind: INFORMATION_REQUEST,
  icon: 'M1.5 3h13v10h-13zM1.5 3.5 8 9l6.5-5.5',
  sees: (actor) => hasRole(actor, ...SEE_ALL) || (hasRole(actor, 'specialist') && inUnitOf(actor)),
  names: ['specialist', ...SEE_ALL],
  steps: [
    {
      name: 'answer',
      title: { uk: 'Дати відповідь', en: 'Answer' },
      may: ['specialist'],
      states: ['registered', 'in-work'],
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
      name: 'resume',
      title: { uk: 'Відстрочка минула: відновити розгляд', en: 'The deferral is over: resume' },
      may: ['specialist'],
      states: ['deferred'],
      turn: 'free',
      reach: 'unit',
      waits: deferralOver,
    },
    {
      name: 'assign',
      title: { uk: 'Передати підрозділу', en: 'Give to a department' },
      may: ['registrar'],
      states: ['registered'],
      turn: 'free',
      reach: 'house',
      waits: () => sql`c.unit_id is null`,
    },
    {
      name: 'resume',
      title: { uk: 'Відстрочка минула: відновити розгляд', en: 'The deferral is over: resume' },
      may: ['leader'],
      states: ['deferred'],
      turn: 'free',
      reach: 'house',
      decision: true,
      waits: deferralOver,
    },
    {
      name: 'colleague',
      title: { uk: 'Відповідає колега', en: 'A colleague answers' },
      may: ['specialist'],
      states: ['in-work', 'deferred'],
      turn: 'others',
      reach: 'unit',
    },
  ],
};

function deferralOver({ today }: Worker) {
  return sql`c.id in (select r.case_id from information_requests.requests r where r.deferred_until <= ${today}::date)`;
}
