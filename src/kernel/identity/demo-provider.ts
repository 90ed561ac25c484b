import { Refusal } from '../actions/refusal.ts';
import type { IdentityProvider, ProvedPerson } from './provider.ts';

/** Invented people of the demo city; their numbers fit the check digit and belong to nobody we know. */
export const DEMO_RESIDENTS: readonly (ProvedPerson & {
  readonly about: 'phone' | 'mother' | 'pensioner' | 'veteran' | 'owner' | 'student';
})[] = [
  resident(
    'andriy',
    'Коваленко Андрій Петрович',
    '1990-04-17',
    'phone',
    'вул. Велика Перспективна, 24, кв. 15',
  ),
  resident('olena', 'Бондар Олена Сергіївна', '1994-09-02', 'mother', 'вул. Шевченка, 8, кв. 3'),
  resident('halyna', 'Ткаченко Галина Іванівна', '1951-01-28', 'pensioner', 'вул. Полтавська, 71'),
  resident('taras', 'Мельник Тарас Олегович', '1987-11-05', 'veteran', 'просп. Університетський, 5, кв. 42'),
  resident('iryna', 'Шевчук Ірина Миколаївна', '1979-06-21', 'owner', 'вул. Соборна, 12'),
  resident('maksym', 'Лисенко Максим Андрійович', '2003-03-30', 'student', 'вул. Архангельська, 60, кв. 9'),
];

function resident<A extends string>(
  subject: string,
  name: string,
  birthDate: string,
  about: A,
  address: string,
): ProvedPerson & { readonly about: A } {
  const code = numberOf(birthDate, subject);
  const phone = `+38050${code.slice(-7)}`;
  return {
    subject,
    name,
    code,
    about,
    phone,
    email: `${subject}@example.org`,
    address: `м. Кропивницький, ${address}`,
  };
}

/** РНОКПП: five digits of the birthday, four of the order, the check digit (RULEBOOK §10). */
function numberOf(birthDate: string, seed: string): string {
  const days = (Date.parse(birthDate) - Date.UTC(1899, 11, 31)) / 86_400_000;
  const order = Array.from(seed).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 10_000, 7);
  const nine = `${String(days).padStart(5, '0')}${String(order).padStart(4, '0')}`;
  const weights = [-1, 5, 7, 9, 4, 6, 10, 5, 7];
  const sum = weights.reduce((all, weight, index) => all + weight * Number(nine[index]), 0);
  return `${nine}${(((sum % 11) + 11) % 11) % 10}`;
}

/** The demo city's own provider: its page lets anyone be one of the invented people, by the same way as a real one. */
export function demoProvider(): IdentityProvider {
  return {
    id: 'demo',
    name: { uk: 'Демонстраційна особа', en: 'Demo person' },
    begin: async ({ state, callback }) => {
      const address = new URL('/demo/persons', callback);
      address.searchParams.set('state', state);
      return { address, kept: {} };
    },
    async finish(answer) {
      const found = DEMO_RESIDENTS.find(({ subject }) => subject === answer.searchParams.get('code'));
      if (found === undefined) throw new Refusal('identity:refusals.signInGivenUp', {}, 401);
      return found;
    },
  };
}
