import { sql } from 'kysely';
import { hasRole } from '../../kernel/actions/actor.ts';
import { addDays } from '../../kernel/calendar/epoch-day.ts';
import { type CaseWork, executedBy, inUnitOf, untaken, type Worker } from '../../kernel/cases/index.ts';
import { SOON_DAYS } from '../../kernel/clock/days-left.ts';
import { APPEAL } from './appeal.ts';
import { inHandOf } from './list-filter.ts';
import { seesAll } from './who-may.ts';

/** What an appeal waits for, and from whom. */
export const appealWork: CaseWork = {
  kind: APPEAL,
  icon: 'M1.5 2.5h13v9h-7l-3.5 3v-3h-2.5zM4.5 5.5h7M4.5 8.5h4',
  sees: (actor) =>
    seesAll(actor) || (hasRole(actor, 'specialist') && actor.unitId !== null && inHandOf(actor.unitId)),
  names: ['registrar', 'leader', 'specialist', 'operator', 'auditor'],
  reaches: ({ unitId }) =>
    sql`select r.case_id from appeals.resolutions r where r.unit_id = ${unitId}::uuid and r.withdrawn_at is null`,
  steps: [
    {
      name: 'approve',
      title: { uk: 'Погодити й підписати відповідь', en: 'Approve and sign the answer' },
      may: ['leader'],
      states: ['in-work', 'on-approval'],
      turn: 'mine',
      reach: 'house',
      decision: true,
      waits: (worker) => sql`${answerStands('draft')} and ${controlledBy(worker)}`,
    },
    {
      name: 'extend',
      title: { uk: 'Поквапити або продовжити строк', en: 'Hurry it or extend the term' },
      may: ['leader'],
      states: ['in-work'],
      turn: 'mine',
      reach: 'house',
      decision: true,
      waits: (worker) => sql`${endsSoon(worker)} and ${controlledBy(worker)}`,
    },
    {
      name: 'resolve',
      title: { uk: 'Накласти резолюцію', en: 'Give a resolution' },
      may: ['leader'],
      states: ['registered'],
      turn: 'free',
      reach: 'house',
      decision: true,
    },
    {
      name: 'entrust',
      title: { uk: 'Доручити далі', en: 'Entrust it further' },
      may: ['leader'],
      states: ['in-work'],
      turn: 'mine',
      reach: 'unit',
      decision: true,
      waits: executedBy,
    },
    {
      name: 'describe',
      title: { uk: 'Зареєструвати', en: 'Register' },
      may: ['registrar'],
      states: ['filed'],
      turn: 'free',
      reach: 'house',
    },
    {
      name: 'send',
      title: { uk: 'Надіслати відповідь', en: 'Send the answer' },
      may: ['registrar'],
      states: ['in-work', 'approved'],
      turn: 'free',
      reach: 'house',
      waits: () => answerStands('approved'),
    },
    {
      name: 'answer',
      title: { uk: 'Підготувати відповідь', en: 'Prepare the answer' },
      may: ['specialist'],
      states: ['in-work'],
      turn: 'mine',
      reach: 'unit',
      waits: (worker) => sql`${executedBy(worker)} and not (${answerStands('draft')})`,
    },
    {
      name: 'question',
      title: { uk: 'Відповісти на питання', en: 'Answer a question' },
      may: ['specialist'],
      states: ['in-work'],
      turn: 'mine',
      reach: 'unit',
      waits: ({ staffId, unitId }) => sql`exists (select from kernel.case_questions q where q.case_id = c.id
        and q.outcome is null and (q.executor_id = ${staffId}::uuid
          or (q.executor_id is null and q.unit_id = ${unitId}::uuid)))`,
    },
    {
      name: 'take',
      title: { uk: 'Взяти в роботу', en: 'Take' },
      may: ['specialist'],
      states: ['in-work'],
      turn: 'free',
      reach: 'unit',
      waits: (worker) => sql`${untaken()} and ${inUnitOf(worker)}`,
      deed: 'take',
    },
    {
      name: 'help',
      title: { uk: 'Допомогти виконавцеві', en: 'Help whoever answers' },
      may: ['specialist'],
      states: ['in-work'],
      turn: 'mine',
      reach: 'unit',
      waits: ({ staffId }) => sql`exists (select from kernel.case_executors e where e.case_id = c.id
        and e.staff_id = ${staffId}::uuid and e.role = 'co-executor' and e.to_at is null)`,
    },
    {
      name: 'hand-on',
      title: { uk: 'Визначити, хто допомагає', en: 'Say who helps' },
      may: ['specialist'],
      states: ['in-work'],
      turn: 'free',
      reach: 'unit',
      waits: helpOwed,
    },
    {
      name: 'approval',
      title: { uk: 'Погоджує керівництво', en: 'The leadership approves' },
      may: ['specialist'],
      states: ['in-work', 'on-approval'],
      turn: 'others',
      reach: 'unit',
      waits: () => answerStands('draft'),
    },
    {
      name: 'sending',
      title: { uk: 'Надсилає реєстратор', en: 'The registrar sends it' },
      may: ['specialist'],
      states: ['approved'],
      turn: 'others',
      reach: 'unit',
    },
    {
      name: 'colleague',
      title: { uk: 'Відповідає колега', en: 'A colleague answers' },
      may: ['specialist'],
      states: ['in-work', 'joined'],
      turn: 'others',
      reach: 'unit',
    },
  ],
};

function answerStands(state: 'draft' | 'approved') {
  return sql`c.id in (select a.case_id from appeals.answers a where a.state = ${state})`;
}

/** Answers wait for the leader who controls the appeal; where nobody does, for any. */
function controlledBy({ staffId }: Worker) {
  return sql`coalesce((select w.controller_id from kernel.case_controls w
    where w.case_id = c.id and w.to_at is null), ${staffId}::uuid) = ${staffId}::uuid`;
}

/** It may be extended only before the first term ends. */
function endsSoon({ today }: Worker) {
  const soon = addDays(today, SOON_DAYS);
  return sql`c.clock_state = 'running' and coalesce(c.due_on, 'infinity'::date) between ${today}::date and ${soon}::date`;
}

/** The unit was named to help, and nobody there was told to. */
function helpOwed({ unitId }: Worker) {
  return sql`exists (select from appeals.resolutions r where r.case_id = c.id and r.unit_id = ${unitId}::uuid
    and r.role = 'co-executor' and r.staff_id is null and r.withdrawn_at is null)
    and not exists (select from kernel.case_executors e join kernel.staff s on s.id = e.staff_id
      where e.case_id = c.id and e.to_at is null and s.unit_id = ${unitId}::uuid)`;
}
