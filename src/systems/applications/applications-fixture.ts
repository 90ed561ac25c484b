import type { z } from 'zod';
import type { City } from '../../kernel/city.ts';
import { type TravellingClock, travellingClock } from '../../kernel/clock/system-clock.ts';
import { seedCity } from '../../kernel/start-city.ts';
import type { System } from '../../kernel/system.ts';
import { type Hands, handsOf } from '../../kernel/testing/hands.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { queue } from '../queue/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import type { ApplicantInput } from './application-input.ts';
import { registerApplication } from './actions/register-application.ts';
import { keepServiceNames } from './seed-names.ts';
import { applications } from './system.ts';

export interface ApplicationsCity extends Hands {
  readonly city: City;
  readonly clock: TravellingClock;
  register(
    more?: Partial<z.input<typeof registerApplication.input>>,
  ): Promise<z.output<typeof registerApplication.output>>;
}

/** A person of RULEBOOK §10, whose number is public there as a test. */
export const OKSANA: ApplicantInput = {
  kind: 'person',
  name: 'Гнатюк Оксана Василівна',
  code: '1759013776',
  phone: '+380501112233',
  email: 'oksana@example.org',
};

/** 15 working days, two bodies may give it, etc.: see `services.json`. */
export async function makeApplicationsCity(
  now: string,
  more: readonly System[] = [],
): Promise<ApplicationsCity> {
  const clock = travellingClock(new Date(now));
  const city = await makeTestCity([serviceCatalogue, staff, queue, applications, ...more], clock);
  // The demo's staff sign in; its applications would only be in the way of counting.
  await seedCity({ ...city, systems: [serviceCatalogue, staff, queue] });
  await keepServiceNames(city.connections.database, clock.now());
  const hands = await handsOf(city);
  return {
    city,
    clock,
    ...hands,
    register: (more = {}) =>
      hands.run('administrator-01', registerApplication, {
        serviceCode: '01-01',
        applicant: OKSANA,
        ...more,
      }),
  };
}
