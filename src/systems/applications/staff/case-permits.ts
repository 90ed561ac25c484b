import { type Actor, hasRole } from '../../../kernel/actions/actor.ts';
import type { CaseDeed } from './case-deeds.ts';
import type { Application } from './case-page.tsx';

type Stands = Pick<Application, 'state' | 'isOpen' | 'unitId' | 'executorId' | 'holderKind'>;

/** What this person may do with the case as it stands; the actions judge again under the lock. */
export function permittedDeeds(found: Stands, actor: Actor): readonly CaseDeed[] {
  const { state, isOpen } = found;
  const isClerk = hasRole(actor, 'administrator');
  const isHead = hasRole(actor, 'head');
  const ownBody = hasRole(actor, 'specialist') && (found.unitId === null || found.unitId === actor.unitId);
  const mine = ownBody && found.executorId === actor.staffId;
  const may: Readonly<Record<CaseDeed, boolean>> = {
    take: ownBody && found.executorId === null && (state === 'registered' || state === 'in-work'),
    decide: mine && state === 'in-work',
    pause: mine && state === 'in-work',
    resume: (mine || isClerk) && state === 'without-motion',
    'hand-over': (mine || isHead) && (state === 'registered' || state === 'in-work'),
    assign: isHead && isOpen && found.unitId !== null,
    pass: isClerk && state === 'registered' && found.holderKind === 'front-office',
    attach: (mine || isClerk) && isOpen,
    'hand-out': isClerk && (state === 'granted' || state === 'refused'),
    withdraw: (mine || isClerk) && isOpen,
  };
  return (Object.keys(may) as CaseDeed[]).filter((deed) => may[deed]);
}
