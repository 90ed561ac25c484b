import type { BenchCity } from '../bench-city.ts';
import type { Finding, Pace } from '../finding.ts';
import { measureRegistering } from './registering.ts';

const APPLICATION = JSON.stringify({
  serviceCode: '01-01',
  applicant: {
    kind: 'person',
    name: 'Коваленко Олена Іванівна',
    code: '1759013776',
    phone: '+380501112233',
  },
  documents: ['Заява', 'Паспорт', 'Довідка'],
});

/** Applications registered by sixteen clerks who signed in before. */
export function measureRegister(city: BenchCity, pace: Pace): Promise<readonly Finding[]> {
  return measureRegistering(city, pace, {
    item: 'register an application',
    action: 'applications.register-application',
    login: 'administrator-{line}',
    key: 'bench-{n}',
    body: APPLICATION,
    statement: 'register',
    least: 0.3,
  });
}
