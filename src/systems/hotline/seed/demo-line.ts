/** Invented callers and matters of the demo city; houses are the demo register's own. */
export const CALLERS = [
  'Коваленко Оксана',
  'Бондар Сергій',
  'Ткачук Людмила',
  'Мороз Віктор',
  'Лисенко Ганна',
  'Шевчук Олег',
  'Поліщук Надія',
  'Кравець Ігор',
  'Савченко Тамара',
  'Гончар Роман',
];

export const MATTERS: readonly (readonly [
  topic: string,
  words: string,
  urgency: 'ordinary' | 'urgent' | 'emergency',
])[] = [
  ['water', 'З ранку немає холодної води в усьому під’їзді.', 'urgent'],
  ['sewer', 'Вода з каналізації тече у підвал.', 'emergency'],
  ['street-light', 'Третій вечір не світить ліхтар біля зупинки.', 'ordinary'],
  ['road', 'Глибока яма на перехресті, машини об’їжджають по тротуару.', 'urgent'],
  ['waste', 'Контейнер повний уже тиждень.', 'ordinary'],
  ['lift', 'Ліфт стоїть, на дев’ятому поверсі живе людина на візку.', 'urgent'],
  ['tree', 'Гілка висить над дитячим майданчиком.', 'urgent'],
  ['roof', 'Протікає дах над сходами.', 'ordinary'],
  ['noise', 'Уночі працює будівельна техніка.', 'ordinary'],
  ['transport', 'Автобус не зупиняється на вимогу.', 'ordinary'],
];

export const DONE_WORDS = 'Бригада виїхала, несправність усунули, роботу перевірив майстер дільниці.';
