import type { VisitChannel } from './reception.ts';

/** Invented hours, as a city of the size prints them. */
export const DEMO_HOURS = [
  {
    leader: 'mayor',
    weekday: 1,
    week: 1,
    from: '09:00',
    to: '12:00',
    minutes: 20,
    place: 'вул. Велика Перспективна, 41, кабінет 110',
  },
  {
    leader: 'mayor',
    weekday: 1,
    week: 3,
    from: '14:00',
    to: '17:00',
    minutes: 20,
    place: 'вул. Велика Перспективна, 41, кабінет 110',
  },
  {
    leader: 'deputy-mayor',
    weekday: 3,
    week: 0,
    from: '10:00',
    to: '12:00',
    minutes: 15,
    place: 'вул. Велика Перспективна, 41, кабінет 214',
  },
] as const;

export interface DemoVisit {
  readonly leader: 'mayor' | 'deputy-mayor';
  readonly channel: VisitChannel;
  readonly name: string;
  readonly phone: string;
  readonly question: string;
  /** Null: still ahead. */
  readonly ends: 'solved' | 'explained' | 'refused' | 'no-show' | 'not-recorded' | null;
  readonly answer?: string;
}

/** Invented people. */
export const DEMO_VISITS: readonly DemoVisit[] = [
  {
    leader: 'mayor',
    channel: 'site',
    name: 'Ткачук Ганна Іванівна',
    phone: '+380501110011',
    question: 'Провалля на тротуарі біля школи № 16.',
    ends: 'solved',
    answer: 'Дорожня служба засипле провалля до п’ятниці.',
  },
  {
    leader: 'mayor',
    channel: 'telephone',
    name: 'Поліщук Степан Якович',
    phone: '+380501110012',
    question: 'Черга на квартиру для родини ветерана.',
    ends: 'explained',
    answer: 'Роз’яснено порядок черги. Номер у черзі надішле відділ обліку.',
  },
  {
    leader: 'mayor',
    channel: 'desk',
    name: 'Гуменюк Олег Романович',
    phone: '+380501110013',
    question: 'Дозвіл на кіоск біля парку.',
    ends: 'refused',
    answer: 'Місце в межах охоронної зони парку.',
  },
  {
    leader: 'mayor',
    channel: 'site',
    name: 'Романюк Лідія Петрівна',
    phone: '+380501110014',
    question: 'Опалення в дитячому садку № 37.',
    ends: 'no-show',
  },
  {
    leader: 'deputy-mayor',
    channel: 'site',
    name: 'Бойчук Марія Андріївна',
    phone: '+380501110015',
    question: 'Маршрутка № 14 не ходить увечері.',
    ends: 'solved',
    answer: 'Перевізник поверне рейс о 21:10.',
  },
  {
    leader: 'deputy-mayor',
    channel: 'telephone',
    name: 'Кравчук Ігор Васильович',
    phone: '+380501110016',
    question: 'Як отримати земельну ділянку під гараж.',
    ends: 'explained',
    answer: 'Роз’яснено порядок. Документи приймає Центр послуг.',
  },
  {
    leader: 'deputy-mayor',
    channel: 'site',
    name: 'Сидоренко Ніна Олексіївна',
    phone: '+380501110017',
    question: 'Субсидію перерахували меншою.',
    ends: 'explained',
    answer: 'Роз’яснено розрахунок субсидії.',
  },
  {
    leader: 'mayor',
    channel: 'site',
    name: 'Марчук Віра Степанівна',
    phone: '+380501110018',
    question: 'Ремонт даху в будинку на вулиці Гоголя, 80.',
    ends: null,
  },
  {
    leader: 'mayor',
    channel: 'telephone',
    name: 'Левчук Павло Ілліч',
    phone: '+380501110019',
    question: 'Освітлення провулка Фортечного.',
    ends: null,
  },
  {
    leader: 'deputy-mayor',
    channel: 'desk',
    name: 'Савчук Тетяна Юріївна',
    phone: '+380501110020',
    question: 'Місце в дитячому садку.',
    ends: null,
  },
  {
    leader: 'deputy-mayor',
    channel: 'site',
    name: 'Литвин Андрій Олегович',
    phone: '+380501110021',
    question: 'Шум із літнього майданчика вночі.',
    ends: null,
  },
  {
    leader: 'deputy-mayor',
    channel: 'site',
    name: 'Шевчук Раїса Миколаївна',
    phone: '+380501110022',
    question: 'Пандус біля поліклініки.',
    ends: null,
  },
  {
    leader: 'mayor',
    channel: 'desk',
    name: 'Захарченко Остап Ігорович',
    phone: '+380501110023',
    question: 'Зелена зона біля будинку на вулиці Полтавській, 24.',
    ends: 'not-recorded',
  },
];
