import type { City } from '../../kernel/city.ts';
import { travellingClock } from '../../kernel/clock/system-clock.ts';
import { seedCity } from '../../kernel/start-city.ts';
import { type Hands, handsOf } from '../../kernel/testing/hands.ts';
import { makeTestCity } from '../../kernel/testing/make-test-city.ts';
import { createTestDatabase } from '../../kernel/testing/test-database.ts';
import { applications } from '../applications/system.ts';
import { registerApplication } from '../applications/actions/register-application.ts';
import { queue } from '../queue/system.ts';
import { serviceCatalogue } from '../service-catalogue/system.ts';
import { staff } from '../staff/system.ts';
import { fees } from './system.ts';

/** A Friday before noon in Kyiv. */
export const NOW = new Date('2026-03-06T08:00:00Z');
export const IBAN = 'UA473052990000026005026707459';

export const OKSANA = { kind: 'person', name: 'Гнатюк Оксана Василівна', code: '1759013776' } as const;
export const MYKOLA = { kind: 'person', name: 'Їжакевич Микола Петрович', code: '3184710691' } as const;

export interface FeesCity extends Hands {
  readonly city: City;
  readonly clock: ReturnType<typeof travellingClock>;
  /** A case of this person and service. */
  apply(
    applicant?: typeof OKSANA | typeof MYKOLA,
    serviceCode?: string,
  ): Promise<{ id: string; number: string }>;
}

/** A city with its law of fees and staff, without the demo's own bills. */
export async function makeFeesCity(): Promise<FeesCity> {
  const clock = travellingClock(NOW);
  const connections = await createTestDatabase({ poolSize: 16 });
  const city = await makeTestCity([serviceCatalogue, staff, queue, applications, fees], clock, connections);
  await seedCity({ ...city, systems: [serviceCatalogue, staff, queue] });
  await fees.seed?.run(city.connections.database, { demo: false, now: NOW });
  const hands = await handsOf(city);
  return {
    city,
    clock,
    ...hands,
    apply: async (applicant = OKSANA, serviceCode = '01-01') => {
      const { caseId, number } = await hands.run('administrator-01', registerApplication, {
        serviceCode,
        applicant,
      });
      return { id: caseId, number };
    },
  };
}
