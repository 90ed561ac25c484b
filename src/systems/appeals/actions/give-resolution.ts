import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { type Deed, defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import {
  assignQuestion,
  beginControl,
  type CaseChange,
  type CaseInHand,
  explainTerm,
} from '../../../kernel/cases/index.ts';
import { advanceAppeal } from '../appeal-store.ts';
import { caseIdInput, deedView, viewDeed } from '../appeal-input.ts';
import { type Addressee, findAddressee } from '../find-units.ts';
import { insertResolutions, type NewResolution, readResolutions } from '../resolution-store.ts';
import { staffOf } from '../who-may.ts';

const addressee = z.object({
  unitCode: z.string('appeals:input.unitMissing').min(1, 'appeals:input.unitMissing').max(60),
  staffId: z.uuid().nullable().default(null),
});

const input = z.object({
  caseId: caseIdInput,
  /** The resolution this one hands on: the head's to a deputy, the body's to its people. */
  parentId: z.uuid().nullable().default(null),
  executor: addressee,
  coExecutors: z.array(addressee).max(20).default([]),
  /** Only one question of the appeal. */
  questionNo: z.int().min(1).max(20).nullable().default(null),
  text: personal(z.string().trim().min(2, 'appeals:input.resolutionMissing').max(2000)),
  dueOn: z.iso.date('appeals:input.dateWrong').nullable().default(null),
});
type Given = z.output<typeof input>;

/** Leaders resolve; a body hands on within itself what it was given. */
export const giveResolution = defineAction({
  name: 'appeals.give-resolution',
  title: { uk: 'Накласти резолюцію', en: 'Give a resolution' },
  input,
  output: deedView.extend({ resolutionId: z.uuid() }),
  may: ['leader', 'specialist'],
  async run(deed, given) {
    const executor = await findAddressee(deed.tx, given.executor);
    const others: Addressee[] = [];
    for (const one of given.coExecutors) others.push(await findAddressee(deed.tx, one));
    await requireRight(deed, given, [executor, ...others]);
    const resolutions = resolutionsOf(deed, given, executor, others);
    const running = await runningClocks(deed, given.caseId);
    const done = await advanceAppeal(deed, given.caseId, (found) => ({
      ...changeOf(deed, given, found, { executor, others, running }),
      beside: [
        insertResolutions(given.caseId, resolutions, deed.now),
        ...(hasRole(deed.actor, 'leader')
          ? [beginControl(given.caseId, staffOf(deed.actor).staffId, deed.now)]
          : []),
      ],
    }));
    if (given.questionNo !== null) {
      await assignQuestion(deed, given.caseId, given.questionNo, {
        unitId: executor.unitId,
        executorId: executor.staffId,
      });
    }
    return { ...viewDeed(done), resolutionId: resolutions[0]?.id ?? '' };
  },
});

function changeOf(
  deed: Deed,
  given: Given,
  found: CaseInHand,
  to: {
    readonly executor: Addressee;
    readonly others: readonly Addressee[];
    readonly running: readonly string[];
  },
): CaseChange {
  if (found.state !== 'registered' && found.state !== 'in-work') {
    throw new Refusal('appeals:refusals.noResolutionNow', { number: found.number });
  }
  const { executor, others, running } = to;
  const helpers = others.flatMap(({ staffId }) => (staffId === null ? [] : [staffId]));
  const whole = given.questionNo === null;
  const ownHelp = !whole && executor.staffId !== null ? [executor.staffId] : [];
  const add = [...helpers, ...ownHelp];
  return {
    event: 'resolved',
    ...(found.state === 'registered' ? { to: 'in-work' } : {}),
    ...(whole || found.state === 'registered'
      ? {
          unitId: executor.unitId,
          executorId: executor.staffId,
          holder: { kind: 'body', unitId: executor.unitId },
        }
      : {}),
    ...(add.length === 0 ? {} : { coExecutors: { add } }),
    // Once it is considered here, it is neither forwarded nor returned any more.
    ...(running.length === 0 ? {} : { clock: running.map((name) => ({ type: 'stop' as const, name })) }),
    data: { text: given.text, by: deed.actor.name },
  };
}

async function runningClocks(deed: Deed, caseId: string): Promise<readonly string[]> {
  const clocks = await explainTerm(deed.tx, caseId);
  return clocks
    .filter(({ name, stoppedOn }) => stoppedOn === null && (name === 'forward' || name === 'return'))
    .map(({ name }) => name);
}

async function requireRight(deed: Deed, given: Given, to: readonly Addressee[]): Promise<void> {
  if (hasRole(deed.actor, 'leader')) return;
  const { unitId } = staffOf(deed.actor);
  const parent = (await readResolutions(deed.tx, given.caseId)).find(({ id }) => id === given.parentId);
  if (parent?.unitId !== unitId) throw new Refusal('appeals:refusals.onlyHandOn', {}, 403);
  if (to.some((one) => one.unitId !== unitId)) throw new Refusal('appeals:refusals.onlyOwnPeople', {}, 403);
}

function resolutionsOf(
  deed: Deed,
  { parentId, questionNo, text, dueOn }: Given,
  executor: Addressee,
  others: readonly Addressee[],
): readonly NewResolution[] {
  const { staffId: authorId } = staffOf(deed.actor);
  const make = ({ unitId, staffId }: Addressee, role: NewResolution['role']): NewResolution => ({
    id: uuid(),
    parentId,
    authorId,
    unitId,
    staffId,
    role,
    questionNo,
    text,
    dueOn,
  });
  return [make(executor, 'executor'), ...others.map((one) => make(one, 'co-executor'))];
}
