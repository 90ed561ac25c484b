/** Questions of the demo city: days ago, what was asked, and what came of it. */
export interface DemoQuestion {
  readonly ago: number;
  readonly channel: 'site' | 'telephone';
  readonly serviceCode?: string;
  readonly question: string;
  readonly answer?: string;
  /** Stands in the base under these words. */
  readonly published?: string;
}

export const DEMO_QUESTIONS: readonly DemoQuestion[] = [
  {
    ago: 31,
    channel: 'site',
    serviceCode: '01-01',
    question:
      'Син переїхав до мене. Чи потрібна йому довідка про зняття з попереднього місця, щоб прописатися?',
    answer:
      'Ні. Подайте одну заяву про реєстрацію за новим місцем: зняття з попереднього оформимо за нею ж. Візьміть паспорт сина і документ на житло або прийдіть разом, якщо житло ваше.',
    published: 'Чи потрібна довідка про зняття з попереднього місця, щоб зареєструвати нове?',
  },
  {
    ago: 24,
    channel: 'telephone',
    question: 'Чи працює Центр у суботу і чи є перерва на обід?',
    answer: 'Години прийому є на головній сторінці. Перерви на обід немає.',
    published: 'Чи є в Центрі перерва на обід?',
  },
  {
    ago: 17,
    channel: 'site',
    question: 'Мати лежача, прийти не може. Як їй оформити субсидію?',
    answer:
      'Заяву може подати представник за довіреністю або ви можете надіслати її поштою. Зателефонуйте, і ми порадимо, що саме додати у вашому випадку.',
    published: 'Людина не може прийти сама. Як їй оформити субсидію?',
  },
  {
    ago: 10,
    channel: 'site',
    question: 'Скільки коштує витяг і чи можна заплатити карткою на місці?',
    answer: 'Сума залежить від витягу, вона є на картці послуги. Картку приймають термінали в залі.',
    published: 'Чи можна заплатити карткою в Центрі?',
  },
  {
    ago: 6,
    channel: 'telephone',
    question: 'Загубила талон, чи можна все одно оцінити, як мене прийняли?',
    answer: 'Так, на сторінці «Оцінити Центр» без талона. Такі оцінки рахуємо окремо.',
  },
  {
    ago: 2,
    channel: 'site',
    serviceCode: '01-01',
    question: 'Власник квартири за кордоном. Чи досить його згоди, надісланої електронною поштою?',
  },
  { ago: 0, channel: 'site', question: 'Чи можна прийти з дитиною у візку, чи є ліфт або пандус?' },
];
