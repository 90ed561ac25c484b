import type { Channel, Redaction, RequesterKind } from '../information-request.ts';

export interface DemoRequest {
  /** Days before now that it came, and days until its end. */
  readonly ago: number;
  readonly days: number;
  readonly channel: Channel;
  readonly requester: { readonly kind: RequesterKind; readonly name: string; readonly address: string };
  readonly subject: string;
  readonly body: string;
  readonly unit: string;
  readonly end:
    | {
        readonly kind: 'answered';
        readonly answer: string;
        readonly published: boolean;
        readonly hidden?: readonly Redaction[];
      }
    | { readonly kind: 'refused'; readonly words: string }
    | { readonly kind: 'forwarded'; readonly to: string }
    | { readonly kind: 'taken' }
    | null;
}

const citizen = (name: string, address: string) => ({ kind: 'person' as const, name, address });

/** Invented people and papers. */
export const DEMO_REQUESTS: readonly DemoRequest[] = [
  {
    ago: 40,
    days: 4,
    channel: 'email',
    requester: { kind: 'media', name: 'Редакція «Степова хвиля»', address: 'вул. Соборна, 3' },
    subject: 'Скільки коштував ремонт вулиці Преображенської',
    body: 'Просимо надати загальну вартість ремонту вулиці Преображенської цього року та назву підрядника.',
    unit: 'capital-construction',
    end: {
      kind: 'answered',
      answer:
        'Ремонт вулиці Преображенської коштував 12 480 300,00 грн. Підрядник – товариство «Степбуд». Договір підписав директор Гнатюк О. П.',
      published: true,
      hidden: [{ fragment: 'Гнатюк О. П.', reason: 'personal-data' }],
    },
  },
  {
    ago: 33,
    days: 3,
    channel: 'in-person',
    requester: citizen('Левченко Роман Ілліч', 'вул. Яновського, 60, кв. 4'),
    subject: 'Перелік комунальних приміщень, які здають в оренду',
    body: 'Надайте, будь ласка, перелік комунальних нежитлових приміщень, вільних для оренди, з адресами й площею.',
    unit: 'economy',
    end: {
      kind: 'answered',
      answer:
        'Вільних приміщень 14. Перелік з адресами й площею оприлюднено на порталі відкритих даних у наборі «Комунальне майно».',
      published: true,
    },
  },
  {
    ago: 26,
    days: 5,
    channel: 'email',
    requester: { kind: 'association', name: 'ГО «Зелене місто»', address: 'а/с 45' },
    subject: 'Скільки дерев знесли в парку Перемоги',
    body: 'Скільки дерев знесено в парку Перемоги за останній рік і на підставі яких актів? Просимо копії актів.',
    unit: 'utilities',
    end: {
      kind: 'answered',
      answer: 'Знесено 23 аварійні дерева за трьома актами обстеження. Копії актів додаємо, 9 сторінок.',
      published: false,
    },
  },
  {
    ago: 19,
    days: 2,
    channel: 'post',
    requester: citizen('Бойко Віра Семенівна', 'вул. Дворцова, 12, кв. 31'),
    subject: 'Архівна довідка про роботу заводу',
    body: 'Прошу надати відомості про роботу цукрового заводу в 1975 році та список працівників.',
    unit: 'archive',
    end: { kind: 'forwarded', to: 'Державний архів Кіровоградської області' },
  },
  {
    ago: 15,
    days: 4,
    channel: 'email',
    requester: citizen('Дяченко Павло Андрійович', 'просп. Університетський, 8'),
    subject: 'Плани прибирання снігу приватною фірмою',
    body: 'Надайте внутрішній план чергувань приватної фірми, яка прибирає сніг біля мого будинку.',
    unit: 'utilities',
    end: {
      kind: 'refused',
      words: 'План чергувань складає сама фірма. Місто його не отримує і не має отримувати за договором.',
    },
  },
  {
    ago: 4,
    days: 0,
    channel: 'email',
    requester: { kind: 'media', name: 'Радіо «Інгул»', address: 'вул. Гоголя, 72' },
    subject: 'Скільки укриттів є в дитячих садках',
    body: 'Просимо повідомити, скільки дитячих садків мають власні укриття і на скільки дітей вони розраховані.',
    unit: 'education',
    end: { kind: 'taken' },
  },
  {
    ago: 2,
    days: 0,
    channel: 'in-person',
    requester: citizen('Мазур Ольга Вікторівна', 'вул. Шевченка, 40, кв. 2'),
    subject: 'Розклад прибирання двору',
    body: 'Прошу надати графік прибирання двору на вулиці Шевченка, 40 і назву того, хто за нього відповідає.',
    unit: 'utilities',
    end: null,
  },
];
