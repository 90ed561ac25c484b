import type { HouseState } from './house-state.ts';

/** `fine` needs nothing; `look` can wait until tomorrow; `act` is for now. */
export const LEVELS = ['act', 'look', 'fine'] as const;
export type Level = (typeof LEVELS)[number];

/** In the order of the list. Words: `operations:checks.<name>.<level>`. */
export const CHECKS = ['backup', 'disk', 'jobs', 'journal', 'letters', 'mail', 'tasks', 'demo'] as const;
export type CheckName = (typeof CHECKS)[number];

export interface Check {
  readonly name: CheckName;
  readonly level: Level;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const GIGABYTE = 1_000_000_000;

type Rule = (state: HouseState, now: Date) => Level;

const RULES: Readonly<Record<CheckName, Rule>> = {
  backup: ({ backup }, now) => {
    if (backup === null) return 'act';
    const age = now.getTime() - backup.madeAt.getTime();
    return age > 7 * DAY ? 'act' : age > 2 * DAY ? 'look' : 'fine';
  },
  disk: ({ disk }) => {
    if (disk === null) return 'look';
    if (disk.free < GIGABYTE || disk.free < disk.size * 0.03) return 'act';
    return disk.free < disk.size * 0.1 ? 'look' : 'fine';
  },
  // A job is due again long before it is late: an hour behind means that nobody runs it.
  jobs: ({ jobs }, now) => {
    if (jobs.some(({ dueAt }) => olderThan(dueAt, HOUR, now)) || jobs.length === 0) return 'act';
    if (jobs.some(({ failures }) => failures >= 3)) return 'act';
    return jobs.some(({ failures }) => failures > 0) ? 'look' : 'fine';
  },
  journal: ({ oldestUnsealed }, now) => {
    if (olderThan(oldestUnsealed, HOUR, now)) return 'act';
    return olderThan(oldestUnsealed, 5 * MINUTE, now) ? 'look' : 'fine';
  },
  letters: ({ letters }, now) => {
    if (letters.givenUp > 0) return 'act';
    return olderThan(letters.oldestWaiting, HOUR, now) && letters.hasMailServer ? 'look' : 'fine';
  },
  mail: ({ letters }) => (letters.hasMailServer ? 'fine' : letters.waiting > 0 ? 'act' : 'look'),
  tasks: ({ tasks }, now) => {
    if (tasks.givenUp > 0) return 'act';
    return olderThan(tasks.oldestWaiting, HOUR, now) ? 'look' : 'fine';
  },
  demo: ({ isDemo }) => (isDemo ? 'look' : 'fine'),
};

/** What to do, the most pressing first. */
export function checkHouse(state: HouseState, now: Date): readonly Check[] {
  const checks = CHECKS.map((name) => ({ name, level: RULES[name](state, now) }));
  return checks.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

function olderThan(moment: Date | null, age: number, now: Date): boolean {
  return moment !== null && now.getTime() - moment.getTime() > age;
}
