import { sql } from 'kysely';
import { hasRole } from '../../kernel/actions/actor.ts';
import type { CaseWork } from '../../kernel/cases/index.ts';
import { COMPLEX_SERVICE } from './complex-case.ts';
import { OPEN_STATES } from './progress.ts';

/** What a complex service waits for at the Centre; its parts are the bodies' own work. */
export const complexWork: CaseWork = {
  kind: COMPLEX_SERVICE,
  icon: 'M5.5 2.5h5v4h-5zM1.5 10h5v4h-5zM9.5 10h5v4h-5zM8 6.5v1.5M4 10V8h8v2',
  sees: (actor) => hasRole(actor, 'administrator', 'head', 'auditor'),
  names: ['administrator', 'head', 'auditor'],
  steps: [
    {
      name: 'hurry',
      title: { uk: 'Обіцяний день минув: поквапити орган', en: 'The promised day is past: hurry the body' },
      may: ['head'],
      states: OPEN_STATES,
      turn: 'free',
      reach: 'house',
      waits: ({ today }) => sql`c.id in (select w.case_id from complex_services.applications w
        where w.ended_on is null and w.promised_on < ${today}::date)`,
    },
    {
      name: 'remind',
      title: { uk: 'Нагадати заявникові про виправлення', en: 'Remind the applicant to mend' },
      may: ['administrator'],
      states: OPEN_STATES,
      turn: 'free',
      reach: 'house',
      waits: () => sql`c.holder_kind = 'applicant'`,
    },
    {
      name: 'follow',
      title: { uk: 'Надіслати далі або завершити', en: 'Send on or finish' },
      may: ['administrator'],
      states: OPEN_STATES,
      turn: 'free',
      reach: 'house',
      waits: () => sql`c.holder_kind = 'front-office'`,
    },
  ],
};
