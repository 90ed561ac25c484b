import type { BenchCity } from '../bench-city.ts';
import type { Finding, Pace } from '../finding.ts';
import { measureRegistering } from './registering.ts';

/** A letter on paper as a registrar copies it: author, address, place, three sentences. */
const APPEAL = JSON.stringify({
  channel: 'in-person',
  kind: 'application',
  sign: 'first',
  subject: 'individual',
  people: 1,
  categories: [],
  status: null,
  questions: [{ topic: '090' }],
  author: {
    name: 'Коваленко Олена Іванівна',
    address: 'вул. Полтавська, 12, кв. 4',
    phone: '+380501112233',
  },
  text: 'На вулиці Полтавській третій тиждень немає освітлення: ліхтарі біля будинків 10, 12 і 14 не горять, увечері дітям темно йти зі школи. Прошу полагодити вуличне освітлення і відповісти письмово.',
  place: { words: 'вул. Полтавська, 12' },
});

/** Letters registered by a registrar on sixteen connections. */
export function measureRegisterAppeal(city: BenchCity, pace: Pace): Promise<readonly Finding[]> {
  return measureRegistering(city, pace, {
    item: 'register an appeal',
    action: 'appeals.register-appeal',
    login: 'registrar-01',
    key: 'bench-appeal-{n}',
    body: APPEAL,
    statement: 'register-appeal',
    least: 0.25,
  });
}
