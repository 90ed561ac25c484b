import type { Answers } from '../../service-catalogue/index.ts';

/** What a body did with a part, so many days ago; without an outcome it took it up. In the order of time. */
export interface DemoStep {
  readonly no: number;
  readonly ago: number;
  readonly outcome?: 'granted' | 'refused';
}

export interface DemoWhole {
  readonly plan: string;
  /** Days ago. */
  readonly filed: number;
  readonly parts: readonly number[];
  readonly answers: Answers;
  readonly steps: readonly DemoStep[];
}

const NAMES = ['Софія', 'Марко', 'Злата', 'Матвій', 'Соломія', 'Назар', 'Єва', 'Давид'];

function birth(filed: number, index: number, large = false): Pick<DemoWhole, 'plan' | 'filed' | 'answers'> {
  return {
    plan: 'e-maliatko',
    filed,
    answers: {
      'child-name': `Ткач ${NAMES[index % NAMES.length] ?? ''}`,
      'child-born': '2026-01-15',
      'child-sex': index % 2 === 0 ? 'girl' : 'boy',
      'medical-number': `HM${index}K-${1200 + index}`,
      'home-address': `м. Кропивницький, вул. Полтавська, ${index + 3}`,
      'large-family': large,
      // Asked by the services of the parts, once for all of them.
      'child-number': large ? 'third' : 'first',
      'lives-together': true,
      payment: 'post',
      'payment-address': `м. Кропивницький, вул. Полтавська, ${index + 3}`,
      children: 3,
      'older-student': false,
    },
  };
}

function moving(filed: number, index: number): Pick<DemoWhole, 'plan' | 'filed' | 'answers'> {
  return {
    plan: 'moving-home',
    filed,
    answers: {
      'new-address': `м. Кропивницький, вул. Велика Перспективна, ${index + 10}`,
      'old-address': `м. Кропивницький, вул. Преображенська, ${index + 2}`,
      'moved-on': '2026-01-20',
      'has-subsidy': index % 2 === 0,
      'has-pension': false,
      change: 'address',
      'changed-on': '2026-01-20',
    },
  };
}

const granted = (no: number, ago: number): DemoStep => ({ no, ago, outcome: 'granted' });
const refused = (no: number, ago: number): DemoStep => ({ no, ago, outcome: 'refused' });

const CAFE = {
  plan: 'open-a-cafe',
  answers: {
    'business-name': 'Кав’ярня «Ранок»',
    place: 'м. Кропивницький, вул. Велика Перспективна, 44',
    kved: '56.30',
    'sells-alcohol': false,
    'has-terrace': true,
    tax: 'single-2',
    hires: false,
    group: '2',
    vat: false,
    since: '2026-04-01',
  },
} as const;

const VETERAN = {
  plan: 'veteran',
  answers: {
    'service-proof': 'Довідка № 412 від 10 січня 2026 року',
    'home-address': 'м. Кропивницький, просп. Університетський, 12',
    'needs-treatment': true,
    displaced: false,
  },
} as const;

/** A city's month: new ones, some half way, a refusal that stops nothing, a few that are done. */
export const DEMO_WHOLES: readonly DemoWhole[] = [
  { ...birth(26, 0), parts: [1, 2, 3], steps: [granted(1, 25), granted(2, 24), granted(3, 18)] },
  { ...birth(24, 1, true), parts: [1, 2, 7], steps: [granted(1, 23), granted(2, 22), refused(7, 14)] },
  { ...birth(21, 2), parts: [1, 6], steps: [granted(1, 20), granted(6, 15)] },
  { ...birth(19, 3), parts: [1, 2], steps: [refused(1, 18)] },
  { ...birth(16, 4), parts: [1, 5], steps: [granted(1, 15), granted(5, 14)] },
  { ...birth(12, 5), parts: [1, 2, 3, 6, 10], steps: [granted(1, 11), granted(2, 10), refused(10, 4)] },
  { ...birth(9, 6), parts: [1, 2, 3], steps: [granted(1, 8), { no: 3, ago: 6 }] },
  { ...birth(7, 7, true), parts: [1, 2, 4, 7], steps: [granted(1, 6), granted(2, 5)] },
  { ...birth(5, 8), parts: [1, 2, 8], steps: [granted(1, 4)] },
  { ...birth(3, 9), parts: [1, 2, 3], steps: [{ no: 1, ago: 2 }] },
  { ...birth(2, 10), parts: [1, 2, 5, 6], steps: [{ no: 1, ago: 1 }] },
  { ...birth(1, 11), parts: [1, 2, 3, 9], steps: [] },
  { ...birth(0, 12), parts: [1, 2], steps: [] },
  { ...birth(0, 13, true), parts: [1, 4], steps: [] },
  { ...moving(20, 0), parts: [1, 4], steps: [granted(1, 19), granted(4, 18)] },
  { ...moving(11, 1), parts: [1, 4], steps: [granted(1, 10)] },
  { ...moving(6, 2), parts: [1, 2], steps: [granted(1, 5), { no: 2, ago: 4 }] },
  { ...moving(2, 3), parts: [1], steps: [{ no: 1, ago: 1 }] },
  { ...moving(0, 4), parts: [1, 2, 4], steps: [] },
  { ...CAFE, filed: 25, parts: [1, 2, 3], steps: [granted(1, 24), granted(2, 22)] },
  { ...CAFE, filed: 8, parts: [1, 3, 5], steps: [granted(1, 7)] },
  { ...CAFE, filed: 1, parts: [1, 2, 3, 6], steps: [] },
  { ...VETERAN, filed: 17, parts: [1, 2], steps: [{ no: 1, ago: 15 }] },
  { ...VETERAN, filed: 4, parts: [1, 3, 5], steps: [{ no: 5, ago: 2 }] },
  { ...VETERAN, filed: 0, parts: [1, 2], steps: [] },
];
