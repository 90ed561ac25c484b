/** Forms of the demo city: days ago, sector, mark, the four indices, recommendation and words. */
export interface DemoRating {
  readonly ago: number;
  readonly sector: 'registration' | 'social' | 'administrative';
  readonly mark: number;
  readonly answers: readonly [waiting: number, comfort: number, clarity: number, courtesy: number];
  readonly recommend: number;
  readonly comment?: string;
  /** What the head made of the comment. */
  readonly published?: string;
}

const SECTORS = ['registration', 'social', 'administrative'] as const;

/** Paper forms out of the Centre's box over four months: mostly content, the waiting worst. */
export const PAPER: readonly DemoRating[] = [
  ...Array.from({ length: 48 }, (_, index): DemoRating => {
    const mark = [5, 5, 4, 5, 3, 5, 4, 5][index % 8] ?? 5;
    return {
      ago: 4 + Math.floor(index * 2.4),
      sector: SECTORS[index % 3] ?? 'social',
      mark,
      answers: [
        Math.max(2, mark - (index % 3)),
        Math.max(3, mark - (index % 2)),
        mark,
        Math.min(5, mark + 1),
      ],
      recommend: [10, 9, 8, 10, 6, 9, 7, 10][index % 8] ?? 9,
    };
  }),
  {
    ago: 12,
    sector: 'social',
    mark: 5,
    answers: [4, 5, 5, 5],
    recommend: 10,
    comment: 'Дуже дякую жінці за 7 вікном: усе пояснила двічі й записала великими літерами.',
    published: 'Дуже дякую жінці за 7 вікном: усе пояснила двічі й записала великими літерами.',
  },
  {
    ago: 9,
    sector: 'administrative',
    mark: 2,
    answers: [1, 3, 3, 4],
    recommend: 4,
    comment: 'Чекала годину й двадцять хвилин, а стільців на всіх бракує.',
    published: 'Чекала годину й двадцять хвилин, а стільців на всіх бракує.',
  },
  {
    ago: 3,
    sector: 'registration',
    mark: 4,
    answers: [4, 4, 5, 5],
    recommend: 9,
    comment: 'Добре, що все в одному місці. Але автомат із водою не працює.',
  },
  {
    ago: 2,
    sector: 'social',
    mark: 1,
    answers: [1, 2, 1, 2],
    recommend: 0,
    comment: 'Відправили по довідку, яка вже була у справі. Прийшов утретє.',
  },
];

export const SITE: readonly DemoRating[] = [
  { ago: 20, sector: 'administrative', mark: 4, answers: [4, 4, 4, 5], recommend: 8 },
  { ago: 15, sector: 'registration', mark: 5, answers: [5, 5, 5, 5], recommend: 10 },
  { ago: 11, sector: 'social', mark: 2, answers: [2, 3, 2, 3], recommend: 3, comment: 'Не додзвонитися.' },
  { ago: 8, sector: 'registration', mark: 4, answers: [3, 4, 5, 5], recommend: 8 },
  { ago: 5, sector: 'administrative', mark: 5, answers: [5, 4, 5, 5], recommend: 9 },
  {
    ago: 1,
    sector: 'social',
    mark: 3,
    answers: [2, 3, 4, 4],
    recommend: 7,
    comment: 'Хотілося б запису на вечір.',
  },
];

type Opinion = Pick<DemoRating, 'mark' | 'answers' | 'recommend'>;

/** What visitors said by their tickets, in turn: content but for the waiting, one in ten is not. */
export const TICKETS: readonly [Opinion, ...Opinion[]] = [
  { mark: 5, answers: [4, 5, 5, 5], recommend: 10 },
  { mark: 5, answers: [5, 5, 5, 5], recommend: 10 },
  { mark: 4, answers: [3, 4, 4, 5], recommend: 8 },
  { mark: 5, answers: [3, 5, 5, 5], recommend: 9 },
  { mark: 4, answers: [4, 4, 5, 5], recommend: 9 },
  { mark: 5, answers: [5, 4, 5, 5], recommend: 10 },
  { mark: 3, answers: [2, 4, 3, 4], recommend: 6 },
  { mark: 5, answers: [4, 5, 4, 5], recommend: 10 },
  { mark: 5, answers: [5, 5, 5, 4], recommend: 9 },
  { mark: 4, answers: [2, 4, 5, 5], recommend: 8 },
];
