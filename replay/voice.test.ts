import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeUsedDataFolder } from '../src/kernel/testing/data-folder.ts';
import { planVoice } from './plan-voice.ts';
import { dealOut, scaleVoice } from './scale-voice.ts';
import { openVoiceYear, readVoice } from './voice-file.ts';

const ROOT = join(import.meta.dirname, '..');
const FILE = openVoiceYear(2021);
const DESKS = {
  registrars: ['registrar-01', 'registrar-02'],
  operators: ['operator-01'],
  executors: ['specialist-legal'],
};

const tally = (codes: readonly unknown[]) =>
  Object.fromEntries([...Map.groupBy(codes, String)].map(([code, all]) => [code, all.length]));

describe('the voice of 2021', () => {
  const steps = [...planVoice({ file: FILE, scale: 1, seed: 1, without: new Set(), ...DESKS }, 5_000)];
  const deeds = steps.flatMap(({ first, second }) => [...first, ...second].flat());
  const inputsOf = (action: string) =>
    deeds.filter((deed) => deed.action === action).map(({ input }) => input);
  const listOf = (value: unknown): readonly Record<string, unknown>[] => (Array.isArray(value) ? value : []);

  it('has exactly what the city printed, and nothing twice', () => {
    const asked = inputsOf('appeals.register-appeal').flatMap(({ questions }) => listOf(questions));
    const outcomes = inputsOf('appeals.record-outcome').flatMap(({ outcomes: all }) => listOf(all));
    expect(asked).toHaveLength(13_981);
    expect(tally(outcomes.map(({ outcome }) => outcome))).toEqual({
      satisfied: 4_418,
      explained: 8_442,
      refused: 798,
      'not-stated': 289,
    });
    expect(asked.length - outcomes.length).toBe(34);
    // The sources say that there were seven topics, and neither their names nor their numbers.
    expect(tally(asked.map(({ topic }) => topic))).toEqual({ 'not-stated': 13_981 });
    const requests = inputsOf('information-requests.register-request');
    expect(tally(requests.map(({ channel }) => channel))).toEqual({ email: 222, post: 5, 'in-person': 66 });
    expect(inputsOf('hotline.record-call')).toHaveLength(3_454);
    const received = inputsOf('reception.record-question');
    expect(tally(received.map(({ outcome }) => outcome))).toEqual({
      solved: 48,
      explained: 189,
      refused: 5,
      'not-stated': 29,
    });
    expect(new Set(deeds.map(({ key }) => key)).size).toBe(deeds.length);
  });

  it('says of every thing that it brings what was invented', () => {
    const made = deeds.filter(({ action }) => /register|record-(call|question)/.test(action));
    expect(made.every(({ input }) => typeof input['synthetic'] === 'string')).toBe(true);
  });

  it.each([0.001, 0.01, 0.3, 1])('has parts that add up at the scale %d', (scale) => {
    const { questions, requests, reception } = scaleVoice(FILE, scale);
    for (const whole of [questions.outcomes, questions.topics, requests, reception]) {
      expect(whole.parts.reduce((sum, { count }) => sum + count, 0)).toBe(whole.count);
      expect(dealOut(whole)).toHaveLength(whole.count);
    }
  });

  it('refuses a file whose parts exceed their whole', () => {
    const bad = { ...FILE, reception: { ...FILE.reception, count: 100 } };
    expect(() => readVoice(bad)).toThrow('reception');
  });
});

/** A small town that nobody knows, in a year of its own. */
const ANOTHER_CITY = {
  year: 2018,
  city: 'Вигадане',
  source: { title: 'Звіт вигаданого міста за 2018 рік' },
  questions: {
    count: 90,
    quote: 'розглянуто 90 питань',
    outcomes: [
      { code: 'satisfied', count: 41, quote: 'вирішено 41' },
      { code: 'refused', count: 12, quote: 'відмовлено 12' },
      { code: 'forwarded', count: 9, quote: 'переслано 9' },
    ],
    topics: [
      { code: '090', count: 50, quote: 'комунальне господарство 50' },
      { code: '060', count: 31, quote: 'соціальний захист 31' },
    ],
    perAppeal: { synthetic: true, why: 'джерело не каже', weights: { '1': 1 } },
    days: { synthetic: true, why: 'джерело не каже', from: 1, to: 9 },
    label: 'день',
  },
  requests: {
    count: 17,
    quote: 'надійшло 17 запитів',
    channels: [{ code: 'telephone', count: 17, quote: 'усі телефоном' }],
    unit: 'legal',
    subject: 'Не вказано в джерелі',
    body: 'Тексту запиту джерело не наводить.',
    answer: 'Відповіді джерело не наводить.',
    label: 'день',
  },
  reception: {
    count: 15,
    quote: 'на прийомі 15 питань',
    outcomes: [{ code: 'refused', count: 6, quote: 'відмовлено 6' }],
    label: 'день',
  },
};

interface Started {
  readonly process: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function start(file: string, args: readonly string[], env: Record<string, string>): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, file), ...args], {
    cwd: ROOT,
    env: { ...process.env, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += String(chunk)));
  const ended = once(child, 'close').then(([code]: unknown[]) => (typeof code === 'number' ? code : null));
  return { process: child, said: () => text, ended };
}

const hasEnded = ({ process: { exitCode, signalCode } }: Started) => exitCode !== null || signalCode !== null;

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 3_600; tries++) {
    if (await isSo()) return;
    await sleep(50);
  }
  throw new Error(`It never came to this: ${what}`);
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? String(address.port) : '0';
}

describe('npm run replay -- --system voice', () => {
  it('brings a year once, though it is killed in its midst', async () => {
    const dataDir = await makeUsedDataFolder();
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const env = { DATA_DIR: dataDir, PORT: port };
    const server = start('src/main.ts', [], env);
    onTestFinished(async () => {
      server.process.kill('SIGTERM');
      await server.ended;
    });
    await until('a ready server', async () => {
      if (hasEnded(server)) throw new Error(server.said());
      return (await fetch(`${url}/readyz`).catch(() => undefined))?.ok === true;
    });
    const state = join(dataDir, 'replay.json');
    const year = ['--system', 'voice', '--year', '2021', '--scale', '0.01', '--url', url];
    const args = [...year, '--state', state, '--step', '20'];
    const first = start('replay/replay.ts', args, env);
    await until('the first checkpoint', () => existsSync(state) || hasEnded(first));
    first.process.kill('SIGKILL');
    await first.ended;

    const second = start('replay/replay.ts', args, env);
    expect([await second.ended, second.said()]).toEqual([0, expect.stringContaining('Готово')]);
    expect(second.said()).toContain('Продовжую після');
    // Brought again without its checkpoint, it changes nothing.
    const again = start('replay/replay.ts', [...year, '--step', '20', '--state', `${state}.lost`], env);
    expect([await again.ended, again.said()]).toEqual([0, expect.stringContaining('Готово')]);
    const verify = start('replay/verify.ts', year, env);
    expect([await verify.ended, verify.said()]).toEqual([0, expect.stringContaining('Усе збігається')]);

    // Another city's year is another file and no code: other topics and channels, no calls at all.
    const file = join(dataDir, 'our-2018.json');
    await writeFile(file, JSON.stringify(ANOTHER_CITY));
    const other = ['--system', 'voice', '--file', file, '--url', url];
    const brought = start('replay/replay.ts', [...other, '--state', `${state}.2018`], env);
    expect([await brought.ended, brought.said()]).toEqual([0, expect.stringContaining('Готово')]);
    const equal = start('replay/verify.ts', other, env);
    expect([await equal.ended, equal.said()]).toEqual([0, expect.stringContaining('Усе збігається')]);
    for (const name of ['topics 090', 'topics 060', 'requests telephone', 'reception refused'])
      expect(equal.said()).toContain(name);
    expect(equal.said()).not.toMatch(/^calls/m);
  }, 600_000);
});
