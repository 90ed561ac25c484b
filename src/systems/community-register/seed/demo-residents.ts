/** Made-up people of the demo city: families by households, the same in every demo. */
const SURNAMES =
  `Коваленко Бондаренко Ткаченко Шевченко Кравченко Олійник Поліщук Лисенко Савченко Руденко Мельник
  Гончаренко Мороз Марченко Ґудзь Їжакевич Гаврилюк Панченко Федоренко Яценко Щербак Цимбал Юрченко Єрмоленко Дем’яненко
  Стельмах Чумак Білоус Харченко Горобець Сорока Журавель Вовк Заєць Козак Дяченко Литвин Пономаренко`.split(
    /\s+/,
  );
const MEN =
  'Тарас Іван Петро Андрій Олег Юрій Степан Богдан Микола Василь Євген Ігор Остап Роман Данило'.split(' ');
const WOMEN =
  'Олена Марія Ганна Оксана Ірина Наталія Софія Юлія Вікторія Галина Орися Ярослава Надія Катерина Єва'.split(
    ' ',
  );
const FATHERS: readonly (readonly [string, string])[] = [
  ['Тарасович', 'Тарасівна'],
  ['Іванович', 'Іванівна'],
  ['Петрович', 'Петрівна'],
  ['Андрійович', 'Андріївна'],
  ['Олегович', 'Олегівна'],
  ['Юрійович', 'Юріївна'],
  ['Степанович', 'Степанівна'],
  ['Миколайович', 'Миколаївна'],
  ['Васильович', 'Василівна'],
  ['Романович', 'Романівна'],
];

export interface DemoPerson {
  readonly name: string;
  readonly sex: 'female' | 'male';
  readonly birthDate: string;
  readonly rnokpp: string;
  readonly unzr: string;
  readonly documentKind: 'id-card' | 'birth-certificate';
  readonly documentNumber: string;
  readonly household: number;
  /** Parent or child of the household. */
  readonly isChild: boolean;
}

const DAY_MS = 86_400_000;
const ZERO_DAY = Date.UTC(1899, 11, 31);

/** The valid РНОКПП of somebody born that day; `serial` 0…999 tells persons of one day apart. */
export function makeRnokpp(birthDate: string, sex: 'female' | 'male', serial: number): string {
  const days = Math.round((Date.parse(birthDate) - ZERO_DAY) / DAY_MS);
  const body = `${String(days).padStart(5, '0')}${String(serial).padStart(3, '0')}${sex === 'male' ? 1 : 2}`;
  const weights = [-1, 5, 7, 9, 4, 6, 10, 5, 7];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return `${body}${(((sum % 11) + 11) % 11) % 10}`;
}

/** Some households of three and a bit persons. */
export function demoPeople(households: number): readonly DemoPerson[] {
  return Array.from({ length: households }, (_, household) => {
    const children = household % 4;
    const adults = household % 5 === 0 ? 1 : 2;
    return Array.from({ length: adults + children }, (__, at) => person(household, at, at >= adults));
  }).flat();
}

function person(household: number, at: number, isChild: boolean): DemoPerson {
  const serial = (household * 7 + at * 131) % 1000;
  const sex = (household + at) % 2 === 0 ? 'female' : 'male';
  const year = isChild ? 2008 + ((household + at * 3) % 16) : 1945 + ((household * 11 + at * 5) % 54);
  const born = new Date(Date.UTC(year, (household * 5 + at) % 12, 1 + ((household * 3 + at * 7) % 28)));
  const birthDate = born.toISOString().slice(0, 10);
  const names = sex === 'female' ? WOMEN : MEN;
  const [his, her] = FATHERS[(household * 3 + at) % FATHERS.length] ?? ['', ''];
  const surname = SURNAMES[(household * 7) % SURNAMES.length] ?? '';
  const number = household * 10 + at;
  return {
    name: `${surname} ${names[(household * 2 + at * 4) % names.length]} ${sex === 'female' ? her : his}`,
    sex,
    birthDate,
    rnokpp: makeRnokpp(birthDate, sex, serial),
    unzr: `${birthDate.replaceAll('-', '')}-${String(10_000 + number)}`,
    documentKind: isChild ? 'birth-certificate' : 'id-card',
    documentNumber: isChild ? `І-ОЛ${String(100_000 + number)}` : String(100_000_000 + number * 37),
    household,
    isChild,
  };
}
