import type { Role } from '../../kernel/actions/actor.ts';

export interface DemoMember {
  readonly unitId: string;
  readonly login: string;
  readonly name: string;
  readonly position: string;
  readonly roles: readonly Role[];
}

interface DemoUnit {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly short_name: string;
}

/** As many clerks as the Centre has places on its ground floor (SYSTEMS A2). */
const CLERKS = 80;

const SURNAMES = [
  'Коваленко',
  'Бондаренко',
  'Ткаченко',
  'Шевченко',
  'Кравченко',
  'Олійник',
  'Мельник',
  'Поліщук',
  'Гончар',
  'Лисенко',
  'Савченко',
  'Руденко',
  'Мороз',
  'Петренко',
  'Клименко',
  'Кучер',
  'Гриценко',
  'Яременко',
  'Заєць',
  'Ґудзь',
  'Їжакевич',
  'Литвин',
  'Сидоренко',
  'Панченко',
  'Юрченко',
  'Назаренко',
  'Хоменко',
  'Карпенко',
  'Власенко',
] as const;
const NAMES = [
  'Олена Іванівна',
  'Наталія Петрівна',
  'Ірина Василівна',
  'Світлана Миколаївна',
  'Тетяна Олексіївна',
  'Оксана Андріївна',
  'Людмила Сергіївна',
  'Юлія Віталіївна',
  'Марина Олегівна',
  'Андрій Степанович',
  'Сергій Анатолійович',
  'Богдан Ігорович',
  'Галина Романівна',
  'Вікторія Павлівна',
  'Євген Дмитрович',
  'Інна Григорівна',
  'Ярослава Михайлівна',
] as const;

/** Made-up people, the same every time. */
function personName(index: number): string {
  return `${SURNAMES[(index * 7) % SURNAMES.length] ?? ''} ${NAMES[(index * 5) % NAMES.length] ?? ''}`;
}

export function demoStaff(units: readonly DemoUnit[]): readonly DemoMember[] {
  const centre = units.find((unit) => unit.code === 'centre');
  if (centre === undefined) return [];
  const one = (login: string, position: string, role: Role, index: number): DemoMember => ({
    unitId: centre.id,
    login,
    name: personName(index),
    position,
    roles: [role],
  });
  const clerks = Array.from({ length: CLERKS }, (_, index) =>
    one(
      `administrator-${String(index + 1).padStart(2, '0')}`,
      'адміністратор Центру',
      'administrator',
      index,
    ),
  );
  const isDepartment = ({ kind }: DemoUnit) => kind === 'council-department';
  const bodies = units.filter((unit) => unit.kind !== 'centre' && unit.kind !== 'leadership');
  // Departments last: who works where does not move when one more is founded.
  const inOrder = [...bodies.filter((unit) => !isDepartment(unit)), ...bodies.filter(isDepartment)];
  const leadership = units.find((unit) => unit.kind === 'leadership') ?? centre;
  const reception = units.find((unit) => unit.code === 'citizens-appeals') ?? centre;
  return [
    ...clerks,
    ...inOrder.flatMap((unit, index) => specialistsOf(unit, CLERKS + index * 2)),
    one('head', 'керівник Центру', 'head', 201),
    { ...one('registrar-01', 'реєстратор звернень', 'registrar', 205), unitId: reception.id },
    { ...one('registrar-02', 'реєстратор звернень', 'registrar', 206), unitId: reception.id },
    { ...one('operator-01', 'оператор гарячої лінії', 'operator', 207), unitId: reception.id },
    { ...one('operator-02', 'оператор гарячої лінії', 'operator', 208), unitId: reception.id },
    { ...one('mayor', 'міський голова', 'leader', 209), unitId: leadership.id },
    { ...one('deputy-mayor', 'заступник міського голови', 'leader', 210), unitId: leadership.id },
    one('auditor', 'аудитор', 'auditor', 202),
    one('it', 'адміністратор системи', 'it', 203),
    { ...one('integrator', 'перенесення даних', 'integrator', 204), name: 'Інтегратор даних' },
  ];
}

function specialistsOf(unit: DemoUnit, index: number): readonly DemoMember[] {
  return ['', '-2'].map((suffix, place) => ({
    unitId: unit.id,
    login: `specialist-${unit.code}${suffix}`,
    name: personName(index + place),
    position: 'спеціаліст',
    roles: ['specialist'],
  }));
}
