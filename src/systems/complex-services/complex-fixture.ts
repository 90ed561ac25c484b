import type { RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { City } from '../../kernel/city.ts';
import { type TravellingClock, travellingClock } from '../../kernel/clock/system-clock.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { type Hands, handsOf } from '../../kernel/testing/hands.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { recordOutcome, takeApplication } from '../applications/index.ts';
import { applications } from '../applications/system.ts';
import { queue } from '../queue/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { fileComplex } from './actions/file-complex.ts';
import { followPartsJob } from './jobs/follow-parts.ts';
import { trackComplex } from './queries/track-complex.ts';
import { seedPlans } from './seed/seed-plans.ts';
import { complexServices } from './system.ts';

/** A person of RULEBOOK §10, whose number is public there as a test. */
export const OKSANA = {
  kind: 'person' as const,
  name: 'Гнатюк Оксана Василівна',
  code: '1759013776',
  email: 'oksana@example.org',
};

export const BIRTH = {
  'child-name': 'Гнатюк Злата',
  'child-born': '2026-02-20',
  'child-sex': 'girl',
  'medical-number': 'HM12-4455',
  'home-address': 'м. Кропивницький, вул. Полтавська, 7',
  'large-family': true,
};

export type Filed = z.output<(typeof fileComplex)['output']>;

export interface ComplexCity extends Hands {
  readonly city: City;
  readonly clock: TravellingClock;
  /** Oksana files «єМалятко» with these parts. */
  file(parts: readonly number[], more?: Partial<z.input<(typeof fileComplex)['input']>>): Promise<Filed>;
  /** The body's specialist takes the part's application and decides. */
  decide(caseId: string, body: string, outcome: 'granted' | 'refused'): Promise<void>;
  track(filed: Filed): Promise<z.output<(typeof trackComplex)['output']>>;
  /** The part as the applicant sees it. Throws where the plan has none of that number. */
  partOf(filed: Filed, no: number): Promise<z.output<(typeof trackComplex)['output']>['parts'][number]>;
  caseIdOf(filed: Filed, no: number): Promise<string>;
  query<Row>(text: RawBuilder<Row>): Promise<readonly Row[]>;
  /** Jobs follow every change that was left for them. */
  follow(): Promise<void>;
}

export async function makeComplexCity(now: string): Promise<ComplexCity> {
  const clock = travellingClock(new Date(now));
  const city = await makeTestCity([serviceCatalogue, staff, queue, applications, complexServices], clock);
  await seedCity({ ...city, systems: [serviceCatalogue, staff, queue] });
  await seedPlans(city.connections.database);
  const hands = await handsOf(city);
  const track: ComplexCity['track'] = ({ number, trackingCode }) =>
    hands.ask('administrator-01', trackComplex, { number, code: trackingCode });
  const partOf: ComplexCity['partOf'] = async (filed, no) => {
    const found = (await track(filed)).parts.find((part) => part.no === no);
    if (found === undefined) throw new Error(`no part ${no}`);
    return found;
  };
  return {
    city,
    clock,
    ...hands,
    file: (parts, more = {}) =>
      hands.run('administrator-01', fileComplex, {
        planCode: 'e-maliatko',
        parts: [...parts],
        applicant: OKSANA,
        answers: BIRTH,
        documents: ['Паспорти батьків'],
        ...more,
      }),
    async decide(caseId, body, outcome) {
      await hands.run(`specialist-${body}`, takeApplication, { caseId });
      const reasons = outcome === 'refused' ? ['documents-missing'] : [];
      await hands.run(`specialist-${body}`, recordOutcome, { caseId, outcome, reasons });
    },
    track,
    partOf,
    caseIdOf: async (filed, no) => (await partOf(filed, no)).caseId ?? '',
    query: async (text) => (await text.execute(city.connections.database)).rows,
    follow: () => followPartsJob.run({ database: city.connections.database, now: clock.now() }),
  };
}
