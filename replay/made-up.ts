import { between, pick, type Random } from './random.ts';

// Nobody of these exists: names, numbers and addresses of a replay are invented.
const SURNAMES = [
  'Авраменко',
  'Бабенко',
  'Бойко',
  'Василенко',
  'Вовк',
  'Гаврилюк',
  'Герасименко',
  'Головко',
  'Гуменюк',
  'Данилюк',
  'Демченко',
  'Дорошенко',
  'Єременко',
  'Жук',
  'Зінченко',
  'Іваненко',
  'Ільченко',
  'Кириленко',
  'Ковальчук',
  'Козак',
  'Костенко',
  'Левченко',
  'Лук’яненко',
  'Мартиненко',
  'Мельничук',
  'Нестеренко',
  'Онищенко',
  'Остапенко',
  'Павленко',
  'Пономаренко',
  'Прокопенко',
  'Романюк',
  'Самойленко',
  'Семенюк',
  'Степаненко',
  'Тарасенко',
  'Терещенко',
  'Федоренко',
  'Харченко',
  'Цимбал',
  'Черненко',
  'Шаповал',
  'Щербак',
  'Юхименко',
  'Яковенко',
] as const;
const WOMEN = [
  'Анна',
  'Валентина',
  'Віра',
  'Ганна',
  'Дарина',
  'Катерина',
  'Лариса',
  'Любов',
  'Марія',
  'Надія',
  'Ольга',
  'Раїса',
  'Софія',
  'Уляна',
  'Юлія',
] as const;
const MEN = [
  'Артем',
  'Василь',
  'Віктор',
  'Володимир',
  'Григорій',
  'Денис',
  'Дмитро',
  'Іван',
  'Максим',
  'Микола',
  'Олег',
  'Петро',
  'Роман',
  'Тарас',
  'Юрій',
] as const;
/** Patronymics of a man and of a woman. */
const PATRONYMICS = [
  ['Андрійович', 'Андріївна'],
  ['Богданович', 'Богданівна'],
  ['Вікторович', 'Вікторівна'],
  ['Володимирович', 'Володимирівна'],
  ['Іванович', 'Іванівна'],
  ['Максимович', 'Максимівна'],
  ['Олегович', 'Олегівна'],
  ['Петрович', 'Петрівна'],
  ['Романович', 'Романівна'],
  ['Степанович', 'Степанівна'],
  ['Тарасович', 'Тарасівна'],
  ['Федорович', 'Федорівна'],
] as const;
const STREETS = [
  'Академічна',
  'Береслава',
  'Весняна',
  'Вишнева',
  'Гагаріна',
  'Дніпровська',
  'Зелена',
  'Квіткова',
  'Лісова',
  'Миру',
  'Паркова',
  'Польова',
  'Садова',
  'Степова',
  'Шкільна',
  'Яблунева',
] as const;
const TRADES = [
  'Ватра',
  'Весна',
  'Добробут',
  'Злагода',
  'Колос',
  'Крона',
  'Лан',
  'Мрія',
  'Обрій',
  'Світанок',
  'Степ',
  'Хорс',
] as const;

export interface MadeUpApplicant {
  readonly kind: 'person' | 'body';
  readonly name: string;
  readonly code: string;
}

export function makeUpApplicant(random: Random, isBody: boolean): MadeUpApplicant {
  if (!isBody) return { kind: 'person', ...makeUpPerson(random, between(random, 1940, 2002)) };
  const name = `ТОВ «${pick(random, TRADES)}-${between(random, 1, 999)}»`;
  return { kind: 'body', name, code: makeUpEdrpou(random) };
}

export interface MadeUpResident {
  readonly name: string;
  readonly birthDate: string;
  readonly address: string;
}

/** Born before `year`, so that nobody is entered before birth. */
export function makeUpResident(random: Random, year: number): MadeUpResident {
  const born = between(random, 1935, year - 1);
  const birthDate = `${born}-${twoDigits(between(random, 1, 12))}-${twoDigits(between(random, 1, 28))}`;
  const flat = random() < 0.7 ? `, кв. ${between(random, 1, 120)}` : '';
  const address = `м. Кропивницький, вул. ${pick(random, STREETS)}, ${between(random, 1, 140)}${flat}`;
  return { name: makeUpPerson(random, born).name, birthDate, address };
}

function makeUpPerson(random: Random, born: number): { readonly name: string; readonly code: string } {
  const isWoman = random() < 0.57;
  const first = pick(random, isWoman ? WOMEN : MEN);
  const [son, daughter] = pick(random, PATRONYMICS);
  const name = `${pick(random, SURNAMES)} ${first} ${isWoman ? daughter : son}`;
  return { name, code: makeUpRnokpp(random, born, isWoman) };
}

const DAY_MS = 86_400_000;

/** Days from 31.12.1899 to the birth, a number of that day (odd for men), a check digit (RULEBOOK §10). */
function makeUpRnokpp(random: Random, born: number, isWoman: boolean): string {
  const birth = Date.UTC(born, 0, 1) + between(random, 0, 364) * DAY_MS;
  const day = Math.round((birth - Date.UTC(1899, 11, 31)) / DAY_MS);
  const place = between(random, 0, 999);
  const sex = between(random, 0, 4) * 2 + (isWoman ? 0 : 1);
  const digits = `${String(day).padStart(5, '0')}${String(place).padStart(3, '0')}${sex}`;
  const sum = weigh(digits, [-1, 5, 7, 9, 4, 6, 10, 5, 7]);
  return `${digits}${(((sum % 11) + 11) % 11) % 10}`;
}

function makeUpEdrpou(random: Random): string {
  const digits = String(between(random, 3_000_000, 4_599_999));
  const weights = [7, 1, 2, 3, 4, 5, 6];
  const first = weigh(digits, weights) % 11;
  if (first < 10) return `${digits}${first}`;
  return `${digits}${
    (weigh(
      digits,
      weights.map((weight) => weight + 2),
    ) %
      11) %
    10
  }`;
}

function weigh(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
