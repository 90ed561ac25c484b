/** Mass events of the demo city; hours are counted back from its beginning, `until` forward from it. */
export interface DemoEvent {
  readonly topic: string;
  readonly title: string;
  readonly text: string;
  readonly district?: string;
  readonly streets?: readonly string[];
  readonly announcedAgo: number;
  readonly until: number;
  /** Who said how it ended, so many hours ago. */
  readonly ended?: { readonly ago: number; readonly result: string };
}

export const DEMO_EVENTS: readonly DemoEvent[] = [
  {
    topic: 'heating',
    title: 'Немає опалення на Соборній: порив теплотраси',
    text: 'Тепломережа замінює ділянку труби. Тепло буде завтра зранку.',
    streets: ['Соборна'],
    announcedAgo: 40,
    until: -20,
    ended: { ago: 22, result: 'Трубу замінили, тепло подали в усі будинки вулиці.' },
  },
  {
    topic: 'power',
    title: 'Немає світла на Шевченка, 3 і 5',
    text: 'Пошкоджено кабель, бригада обленерго на місці.',
    streets: ['Шевченка 3, 5'],
    announcedAgo: 9,
    until: -1,
  },
  {
    topic: 'water',
    title: 'Немає води в Подільському районі: аварія на водоводі',
    text: 'Бригада водоканалу на місці. Воду дамо ввечері, автоцистерна стоїть біля театру.',
    district: 'podilskyi',
    announcedAgo: 2,
    until: 6,
  },
];
