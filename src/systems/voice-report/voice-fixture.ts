import type { FastifyInstance } from 'fastify';
import { v7 as uuid } from 'uuid';
import { expect } from 'vitest';
import type { City } from '../../kernel/city.ts';
import { travellingClock } from '../../kernel/clock/system-clock.ts';
import { buildServer } from '../../kernel/http/server.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { addressRegister } from '../address-register/system.ts';
import { appeals } from '../appeals/system.ts';
import { hotline } from '../hotline/system.ts';
import { informationRequests } from '../information-requests/system.ts';
import { reception } from '../reception/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { voiceReport } from './system.ts';

/** The demo city's own past lies around this moment, far from the years that are counted here. */
const DEMO_TIME = new Date('2026-03-02T08:00:00Z');
const NOW = new Date('2022-02-01T08:00:00Z');

const SYSTEMS = [
  serviceCatalogue,
  staff,
  addressRegister,
  appeals,
  informationRequests,
  reception,
  hotline,
  voiceReport,
];

export interface Deed {
  readonly action: string;
  readonly on: string;
  readonly by: string;
  readonly input: object;
}

export interface Told {
  readonly from: string;
  readonly to: string;
  readonly values: Readonly<Record<string, number | null>>;
  readonly before: Readonly<Record<string, number | null>>;
  readonly published: Readonly<Record<string, number | null>> | null;
  readonly version: number | null;
}

export interface VoiceCity {
  readonly city: City;
  readonly app: FastifyInstance;
  /** Through the same door by which a city brings its past. */
  bring(deeds: readonly Deed[]): Promise<void>;
  /** The report as programs get it: `year=2021&quarter=1`. */
  tell(query: string): Promise<Told>;
  getPage(url: string): Promise<{ readonly status: number; readonly body: string }>;
  close(): Promise<void>;
}

/** A city at the beginning of 2022 with the known set behind it. */
export async function makeVoiceCity(): Promise<VoiceCity> {
  const clock = travellingClock(DEMO_TIME);
  const city = await makeTestCity(SYSTEMS, clock);
  await seedCity(city);
  clock.travelTo(NOW);
  const app = await buildServer(city, { pages: [], routes: [] });
  const voice: VoiceCity = {
    city,
    app,
    bring: (deeds) => bring(app, deeds),
    tell: async (query) =>
      (await app.inject({ url: `/api/queries/voice-report.report?${query}` })).json<Told>(),
    getPage: async (url) => {
      const { statusCode, body } = await app.inject({ url, headers: { accept: 'text/html' } });
      return { status: statusCode, body };
    },
    close: async () => {
      await app.close();
      await city.connections.close();
    },
  };
  await voice.bring(knownSet());
  return voice;
}

async function bring(app: FastifyInstance, deeds: readonly Deed[]): Promise<void> {
  const actions = deeds.map(({ action, on, by, input }) => ({
    action,
    key: uuid(),
    occurred_at: `${on}T10:00:00Z`,
    on_behalf_of: by,
    input,
  }));
  const answer = await app.inject({
    method: 'POST',
    url: '/api/actions',
    headers: { authorization: 'Bearer demo-integrator' },
    payload: { actions },
  });
  const { results } = answer.json<{ results: { status: number }[] }>();
  expect(results.find(({ status }) => status !== 200)).toBeUndefined();
}

const pick = <T>(all: readonly [T, ...T[]], index: number): T => all[index % all.length] ?? all[0];

/** An appeal of a day with its questions and, later, its outcome: number `index` of the known set. */
export function appealOf(index: number, year: number): readonly Deed[] {
  const id = uuid();
  const day = `${year}-${String(1 + (index % 12)).padStart(2, '0')}-${10 + (index % 15)}`;
  // One question in three; the fourth topic stands for three appeals only, too few to be shown.
  const topic = index % 30 === 7 ? '130' : pick(['090', '030', '100'], index);
  const questions = [{ topic }, ...(index % 3 === 0 ? [{ topic: '060' }] : [])];
  const isCollective = index % 7 === 0;
  const register = {
    id,
    channel: pick(['post', 'email', 'site', 'hotline', 'reception'], index),
    kind: pick(['application', 'complaint', 'proposal'], Math.trunc(index / 2)),
    sign: index % 4 === 1 ? 'repeated' : 'first',
    subject: isCollective ? 'collective' : 'individual',
    people: isCollective ? 12 : 1,
    questions,
    author: { name: 'Не зазначено', address: '' },
    text: 'Питання з минулого року',
  };
  if (index % 10 === 9)
    return [{ action: 'appeals.register-appeal', on: day, by: 'registrar-01', input: register }];
  const outcome = pick(['satisfied', 'explained', 'explained', 'refused'], index);
  const decided = `${day.slice(0, 8)}${26 + (index % 2)}`;
  return [
    { action: 'appeals.register-appeal', on: day, by: 'registrar-01', input: register },
    { action: 'appeals.record-outcome', on: decided, by: 'registrar-01', input: { caseId: id, outcome } },
  ];
}

const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Ninety appeals of 2021 beside forty of 2020, requests, calls and questions at reception. */
function knownSet(): readonly Deed[] {
  const request = (index: number): Deed => ({
    action: 'information-requests.register-request',
    on: `2021-0${1 + (index % 9)}-1${index % 10}`,
    by: 'registrar-01',
    input: {
      channel: pick(['email', 'post', 'in-person'], index),
      requester: { kind: pick(['media', 'person'], index), name: 'Не зазначено', email: 'a@example.org' },
      subject: 'Не зазначено',
      body: 'Тексту запиту джерело не наводить.',
      unitCode: 'legal',
    },
  });
  const call = (index: number): Deed => ({
    action: 'hotline.record-call',
    on: `2021-1${index % 3}-0${1 + (index % 9)}`,
    by: 'operator-01',
    input: { phone: '', name: '', topic: null, outcome: 'not-stated', text: '' },
  });
  const heard = (index: number): Deed => ({
    action: 'reception.record-question',
    on: `2021-0${1 + (index % 9)}-2${index % 8}`,
    by: 'registrar-01',
    input: { outcome: pick(['solved', 'explained', 'refused'], index) },
  });
  return [
    ...times(90, (index) => appealOf(index, 2021)).flat(),
    ...times(40, (index) => appealOf(index, 2020)).flat(),
    ...times(21, request),
    ...times(17, call),
    ...times(30, heard),
  ];
}
