import { describe, expect, test } from 'vitest';
import { checkHouse } from './checks.ts';
import type { HouseState } from './house-state.ts';

const now = new Date('2026-11-21T09:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const DAY = 24 * 60;

const WELL: HouseState = {
  version: '1.0.0',
  isDemo: false,
  database: { version: '18.4', bytes: 1e9, outside: true },
  oldestUnsealed: null,
  jobs: [{ name: 'a', finishedAt: ago(1), dueAt: now, durationMs: 5, failures: 0, failure: null }],
  tasks: { waiting: 0, oldestWaiting: null, givenUp: 0 },
  letters: { waiting: 0, oldestWaiting: null, givenUp: 0, lastFailure: null, hasMailServer: true },
  sessions: { browsers: 1, tokens: 1 },
  files: { count: 1, bytes: 10 },
  disk: { free: 50e9, size: 100e9 },
  backup: { madeAt: ago(600), file: 'a.tar', bytes: 10 },
};

function levelOf(name: string, more: Partial<HouseState>): string | undefined {
  return checkHouse({ ...WELL, ...more }, now).find((check) => check.name === name)?.level;
}

test('a house that is well asks for nothing', () => {
  expect(checkHouse(WELL, now).filter(({ level }) => level !== 'fine')).toEqual([]);
});

test('the most pressing stands first', () => {
  const levels = checkHouse({ ...WELL, backup: null, isDemo: true }, now).map(({ level }) => level);
  expect(levels.slice(0, 3)).toEqual(['act', 'look', 'fine']);
});

describe('the levels', () => {
  const [job] = WELL.jobs;
  test.each<[string, Partial<HouseState>, string]>([
    ['backup', { backup: null }, 'act'],
    ['backup', { backup: { madeAt: ago(3 * DAY), file: 'a', bytes: 1 } }, 'look'],
    ['backup', { backup: { madeAt: ago(8 * DAY), file: 'a', bytes: 1 } }, 'act'],
    ['disk', { disk: { free: 9e9, size: 100e9 } }, 'look'],
    ['disk', { disk: { free: 2e9, size: 100e9 } }, 'act'],
    ['disk', { disk: { free: 0.5e9, size: 1e9 } }, 'act'],
    ['disk', { disk: null }, 'look'],
    ['jobs', { jobs: [] }, 'act'],
    ['jobs', { jobs: job === undefined ? [] : [{ ...job, failures: 1 }] }, 'look'],
    ['jobs', { jobs: job === undefined ? [] : [{ ...job, failures: 3 }] }, 'act'],
    ['jobs', { jobs: job === undefined ? [] : [{ ...job, dueAt: ago(61) }] }, 'act'],
    ['journal', { oldestUnsealed: ago(1) }, 'fine'],
    ['journal', { oldestUnsealed: ago(6) }, 'look'],
    ['journal', { oldestUnsealed: ago(61) }, 'act'],
    ['letters', { letters: { ...WELL.letters, givenUp: 1 } }, 'act'],
    ['letters', { letters: { ...WELL.letters, waiting: 1, oldestWaiting: ago(61) } }, 'look'],
    ['mail', { letters: { ...WELL.letters, hasMailServer: false } }, 'look'],
    ['mail', { letters: { ...WELL.letters, hasMailServer: false, waiting: 2 } }, 'act'],
    ['tasks', { tasks: { ...WELL.tasks, givenUp: 1 } }, 'act'],
    ['demo', { isDemo: true }, 'look'],
  ])('%s', (name, more, level) => {
    expect(levelOf(name, more)).toBe(level);
  });
});
