import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeAsked, findContradictions, findOverlaps, type Judged } from './contradictions.ts';
import held from './seed/held-documents.json' with { type: 'json' };
import { type FormField, serviceFormSchema } from './service-form.ts';
import type { InformationCard } from './service.ts';
import type { Stage } from './technological-card.ts';

const CARD: InformationCard = {
  forWhom: 'Для всіх.',
  summary: 'Коротко.',
  grounds: 'Заява.',
  documents: [],
  filing: 'Особисто.',
  paid: 'Послуга безоплатна.',
  feeGround: null,
  feeAmount: null,
  termText: '10 робочих днів.',
  refusalGrounds: [],
  result: 'Рішення',
  waysOfReceiving: [],
  laws: [],
  cabinetActs: [],
  centralActs: [],
  localActs: [],
  note: null,
};
const stage = (days: number, more: Partial<Stage> = {}): Stage => ({
  name: 'Розгляд',
  unit: 'dms',
  officer: 'спеціаліст',
  mark: 'performs',
  days,
  ...more,
});
const SOUND: Judged = {
  code: '01-01',
  name: 'Послуга',
  validFrom: '2026-01-01',
  validTo: null,
  term: { value: 10, unit: 'working-days', article: 'ст. 10' },
  fee: null,
  form: [],
  providers: ['dms'],
  documents: ['Паспорт'],
  card: null,
  stages: [],
};
const KNOWN = { units: new Set(['dms', 'dps']), held };
const find = (change: Partial<Judged>) =>
  findContradictions({ ...SOUND, ...change }, KNOWN).map(({ key, level }) => `${level} ${key}`);
const paper = (name: string, condition: string | null = null) =>
  ({ name, condition, kind: 'original', required: true, note: null }) as const;

describe('a definition', () => {
  it('that is sound contradicts nothing', () => {
    expect(find({ stages: [stage(4), stage(6)], card: CARD })).toEqual([]);
  });

  it.each<[string, Partial<Judged>, string]>([
    ['stages longer than the law', { stages: [stage(6), stage(4.25)] }, 'error stages-over-term'],
    [
      'stages of a day-long service',
      { term: { value: 24, unit: 'hours', article: 'ст. 1' }, stages: [stage(1.5)] },
      'error stages-over-term',
    ],
    ['a stage by a body that is gone', { stages: [stage(1, { unit: 'dabi' })] }, 'error stage-unit-gone'],
    ['a body that is gone', { providers: ['dabi'] }, 'error provider-gone'],
    ['nobody who does it', { stages: [stage(1, { mark: 'agrees' })] }, 'warning mark-missing'],
    ['a paper that the tax office holds', { documents: ['Копія довідки РНОКПП'] }, 'warning held-document'],
    [
      'a fee that the card calls free',
      { card: CARD, fee: { kind: 'fixed', amount: '10.00', note: '' } },
      'warning fee-differs',
    ],
    ['another term in the card', { card: { ...CARD, termText: '30 днів' } }, 'warning term-differs'],
  ])('with %s is told so', (_, change, told) => {
    expect(find(change)).toEqual([told]);
  });

  it('may name the Centre among its stages, and a paper that the Centre gets itself', () => {
    const documents = [
      paper('Витяг з ЄДР', 'Центр отримує сам'),
      paper('Довідка про доходи', 'Якщо даних немає в реєстрах'),
    ];
    expect(
      find({ stages: [stage(1), stage(0.5, { unit: 'centre' })], card: { ...CARD, documents } }),
    ).toEqual([]);
  });

  it('may give the very paper that others may not ask for', () => {
    expect(
      find({
        name: 'Видача витягу про місце проживання',
        documents: ['Витяг про місце проживання, який змінюють'],
      }),
    ).toEqual([]);
  });
});

describe('versions', () => {
  const version = (validFrom: string, validTo: string | null) => ({ code: '01-01', validFrom, validTo });

  it('that follow one another are sound, that overlap are not', () => {
    expect(findOverlaps([version('2026-01-01', '2026-06-01'), version('2026-06-01', null)])).toEqual([]);
    expect(findOverlaps([version('2026-06-01', null), version('2026-01-01', '2026-06-02')])).toMatchObject([
      { code: '01-01', key: 'versions-overlap', level: 'error', params: { from: '2026-06-01' } },
    ]);
  });
});

const words = { uk: '?', en: '' };
const yesNo = (name: string, when?: [string, boolean | string], required = true): FormField => ({
  kind: 'yes-no',
  name,
  label: words,
  required,
  ...(when && { showWhen: { field: when[0], is: when[1] } }),
});

describe('a question', () => {
  it.each<[string, FormField[], string[]]>([
    ['asks of a stranger', [yesNo('a', ['nobody', true])], ['error question-never-asked']],
    [
      'waits for itself by way of another',
      [yesNo('a', ['b', true]), yesNo('b', ['a', true])],
      ['error question-never-asked', 'error question-never-asked'],
    ],
    [
      'waits for an answer that cannot be given',
      [yesNo('a'), yesNo('b', ['a', 'maybe'], false)],
      ['warning hint-never-asked'],
    ],
    ['has a twin', [yesNo('a'), yesNo('a')], ['error question-twice']],
  ])('that %s is told', (_, form, told) => {
    expect(find({ form })).toEqual(told);
  });

  const name = fc.constantFrom('a', 'b', 'c', 'd');
  const anyForm = fc.uniqueArray(
    fc
      .record({ name, when: fc.option(fc.tuple(name, fc.boolean())) })
      .map(({ name: one, when }) => yesNo(one, when ?? undefined)),
    { selector: (field) => field.name, maxLength: 4 },
  );

  it('can be asked just where some answers bring it up', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const all = answersOf(form.map((field) => field.name));
        for (const field of form) {
          const reached = all.some((answers) => asked(field, form, answers));
          expect(canBeAsked(field, serviceFormSchema.parse(form))).toBe(reached);
        }
      }),
    );
  });
});

/** Every way to answer yes or no. */
function answersOf(names: readonly string[]): readonly Record<string, boolean>[] {
  return Array.from({ length: 2 ** names.length }, (_, bits) =>
    Object.fromEntries(names.map((one, index) => [one, (bits & (2 ** index)) !== 0])),
  );
}

/** The rule as a sentence: asked where it waits for nothing, or what it waits for is asked and answered so. */
function asked(
  field: FormField,
  form: readonly FormField[],
  answers: Record<string, boolean>,
  depth = 0,
): boolean {
  if (field.showWhen === undefined) return true;
  const { field: above, is } = field.showWhen;
  const other = form.find((one) => one.name === above);
  return depth < 5 && other !== undefined && answers[above] === is && asked(other, form, answers, depth + 1);
}
