import { type Actor, hasRole, type Role } from '../../../kernel/actions/actor.ts';
import type { AppealCase } from '../appeal-case.ts';

export const CASE_DEEDS = [
  'describe',
  'resolve',
  'take',
  'answer',
  'question',
  'approve',
  'send-back',
  'send',
  'outcome',
  'extend',
  'shorten',
  'forward',
  'return',
  'unconsidered',
  'control',
  'remove-control',
  'complained-of',
  'withdraw',
] as const;
export type CaseDeed = (typeof CASE_DEEDS)[number];

/** What this person may do with the appeal as it stands; the actions judge again under the lock. */
export function permittedDeeds(found: AppealCase, actor: Actor): readonly CaseDeed[] {
  const { state, isOpen, channel } = found;
  const is = (role: Role) => hasRole(actor, role);
  const [registrar, leader] = [is('registrar'), is('leader')];
  const ownUnit = is('specialist') && found.unitId !== null && found.unitId === actor.unitId;
  const mine = ownUnit && (found.executorId === null || found.executorId === actor.staffId);
  const early = state === 'filed' || state === 'registered';
  const considered = early || state === 'in-work';
  const control = found.controls.find(({ to }) => to === null);
  const controls = leader && (control === undefined || control.controllerId === actor.staffId);
  const may: Readonly<Record<CaseDeed, boolean>> = {
    describe: registrar && early,
    resolve:
      (leader && (state === 'registered' || state === 'in-work')) ||
      (handsOn(found, actor) && state === 'in-work'),
    take: ownUnit && state === 'in-work' && found.executorId === null,
    answer: mine && state === 'in-work',
    question: is('specialist') && state === 'in-work' && ownQuestions(found, actor).length > 0,
    approve: controls && found.answers.some((answer) => answer.state === 'draft'),
    'send-back': controls && found.answers.some((answer) => answer.state === 'draft'),
    send: (registrar || leader) && found.answers.some((answer) => answer.state === 'approved'),
    outcome:
      (registrar || is('operator')) &&
      state === 'registered' &&
      (channel === 'reception' || channel === 'hotline'),
    extend: leader && isOpen && state !== 'filed',
    shorten: leader && isOpen && state !== 'filed' && found.dueOn !== null,
    forward: (registrar || leader) && considered,
    return: (registrar || leader) && considered,
    unconsidered: leader && considered,
    control: leader && isOpen && control === undefined,
    'remove-control': controls && control !== undefined,
    'complained-of': (registrar || leader) && isOpen,
    withdraw: registrar && isOpen && state !== 'joined',
  };
  return CASE_DEEDS.filter((deed) => may[deed]);
}

/** Questions that wait for this person's outcome. */
export function ownQuestions(found: AppealCase, actor: Actor): AppealCase['questions'] {
  return found.questions.filter(
    ({ outcome, executorId, unitId }) =>
      outcome === null &&
      (executorId === null ? unitId !== null && unitId === actor.unitId : executorId === actor.staffId),
  );
}

/** A resolution that came to this person's body may be handed on within it. */
export function handsOn(found: AppealCase, actor: Actor): boolean {
  return hasRole(actor, 'specialist') && found.resolutions.some(({ unitId }) => unitId === actor.unitId);
}
