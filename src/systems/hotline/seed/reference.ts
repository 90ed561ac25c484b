/** Code, name, English name, group, who takes it, topic of КМУ 858 for a written appeal. */
type TopicRow = readonly [code: string, uk: string, en: string, group: string, unit: string, appeal: string];

const COMMUNAL = 'Житло й комунальні послуги';
const STREETS = 'Вулиці й двори';
const CITY = 'Місто';

export const TOPICS: readonly TopicRow[] = [
  ['water', 'Немає води', 'No water', COMMUNAL, 'utilities', '090'],
  ['sewer', 'Каналізація, підтоплення', 'Sewerage and flooding', COMMUNAL, 'utilities', '090'],
  ['heating', 'Опалення й гаряча вода', 'Heating and hot water', COMMUNAL, 'utilities', '090'],
  ['lift', 'Не працює ліфт', 'A lift out of order', COMMUNAL, 'utilities', '100'],
  ['roof', 'Протікає дах', 'A leaking roof', COMMUNAL, 'utilities', '100'],
  ['power', 'Немає світла', 'No electricity', COMMUNAL, 'utilities', '090'],
  ['street-light', 'Не світить вуличний ліхтар', 'A street lamp is out', STREETS, 'utilities', '090'],
  ['road', 'Яма на дорозі', 'A pothole', STREETS, 'capital-construction', '030'],
  ['waste', 'Не вивезли сміття', 'Waste not collected', STREETS, 'utilities', '090'],
  ['tree', 'Аварійне дерево', 'A dangerous tree', STREETS, 'utilities', '110'],
  ['animals', 'Безпритульні тварини', 'Stray animals', STREETS, 'utilities', '090'],
  ['snow', 'Сніг і ожеледиця', 'Snow and ice', STREETS, 'utilities', '090'],
  ['transport', 'Громадський транспорт', 'Public transport', CITY, 'transport', '030'],
  ['noise', 'Шум і порушення правил благоустрою', 'Noise and disorder', CITY, 'inspection', '120'],
  ['school', 'Школи й садки', 'Schools and kindergartens', CITY, 'education', '160'],
  ['clinic', 'Лікарні й поліклініки', 'Hospitals and clinics', CITY, 'health', '080'],
  ['other', 'Інше', 'Other', CITY, 'citizens-appeals', '250'],
];

/** What operators answer at once; invented, as every telephone and hour in it. */
export const ANSWERS: readonly (readonly [topic: string, question: string, answer: string])[] = [
  [
    'water',
    'Коли буде вода після аварії',
    'Аварію усувають до вечора того самого дня. Питну воду підвозять до будинку № 1 кожної вулиці, де її немає понад шість годин.',
  ],
  [
    'water',
    'Де взяти воду, поки її немає',
    'Автоцистерна стоїть біля найближчої школи з 10:00 до 20:00. Лежачим хворим воду привозять додому: потрібні адреса й телефон.',
  ],
  [
    'heating',
    'Коли почнуть опалення',
    'Опалення вмикають, коли три доби поспіль середня температура нижча за 8 градусів. Спершу садки й лікарні, за два дні всі будинки.',
  ],
  [
    'lift',
    'Хто ремонтує ліфт',
    'Ліфт ремонтує управитель будинку. Якщо людина застрягла, бригада приїжджає за годину, цілодобово.',
  ],
  [
    'waste',
    'Графік вивезення сміття',
    'Побутові відходи вивозять щодня, великогабаритні щосуботи. Якщо контейнер повний, приймемо заявку.',
  ],
  [
    'power',
    'Чому немає світла',
    'Графік вимкнень публікує обленерго. Якщо вашої черги немає в графіку, це аварія: приймемо заявку.',
  ],
  [
    'street-light',
    'До якої години світять ліхтарі',
    'Вуличне освітлення вмикають, як стемніє, і вимикають о 23:00, поки діє комендантська година.',
  ],
  [
    'tree',
    'Як отримати дозвіл зрізати дерево',
    'Спершу комісія оглядає дерево і складає акт. Заяву подають у Центрі надання адміністративних послуг.',
  ],
  [
    'transport',
    'Чи ходить автобус у комендантську годину',
    'Ні. Останній рейс виїжджає за годину до початку комендантської години.',
  ],
  [
    'animals',
    'Хто стерилізує безпритульних собак',
    'Комунальний притулок. Повідомте вулицю й ознаки собаки, бригада приїде за три дні.',
  ],
  [
    'school',
    'Як записати дитину до першого класу',
    'Заяви приймає школа з 1 березня до 31 травня. Спершу зараховують дітей, які живуть у закріпленому районі.',
  ],
  [
    'other',
    'Години прийому в Центрі послуг',
    'Години роботи й вільний час для запису показує сторінка «Записатися» на сайті Центру.',
  ],
];
