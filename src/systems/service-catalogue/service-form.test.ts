import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersSchema, readAnswers, ruleOf } from './answer-rules.ts';
import { type Answers, type FormField, formFieldSchema, isAsked, serviceFormSchema } from './service-form.ts';

const words = (uk: string) => ({ uk, en: '' });
const SUBSIDY: readonly FormField[] = serviceFormSchema.parse([
  { kind: 'number', name: 'persons', label: words('Скільки людей'), required: true, least: 1, most: 30 },
  { kind: 'yes-no', name: 'has-car', label: words('Чи є авто'), required: true },
  {
    kind: 'text',
    name: 'plate',
    label: words('Номер'),
    format: 'plate',
    required: true,
    showWhen: { field: 'has-car', is: true },
  },
  {
    kind: 'choice',
    name: 'heating',
    label: words('Опалення'),
    required: true,
    options: [
      { value: 'central', label: words('центральне') },
      { value: 'gas', label: words('газове') },
    ],
  },
  {
    kind: 'text',
    name: 'boiler',
    label: words('Котел'),
    required: true,
    showWhen: { field: 'heating', is: 'gas' },
  },
]);
const judge = (answers: Record<string, unknown>) => answersSchema(SUBSIDY).safeParse(answers);
const GOOD = { persons: 3, 'has-car': false, heating: 'central' };

describe('answers to a form', () => {
  it('need no answer to what is not asked', () => {
    expect(judge(GOOD).data).toEqual(GOOD);
  });

  it('leave out what the form does not ask, or not of this person', () => {
    expect(judge({ ...GOOD, plate: 'нісенітниця', stranger: 'x' }).data).toEqual(GOOD);
  });

  it('are asked for where the condition holds', () => {
    const { error } = judge({ ...GOOD, 'has-car': true, heating: 'gas' });
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['plate', 'service-catalogue:answers.missing'],
      ['boiler', 'service-catalogue:answers.missing'],
    ]);
  });

  it.each([
    ['persons', 0, 'tooSmall'],
    ['persons', 31, 'tooBig'],
    ['persons', 'троє', 'number'],
    ['heating', 'пічне', 'choice'],
    ['persons', '', 'missing'],
  ])('tell what is wrong with %s %s', (name, value, key) => {
    const { error } = judge({ ...GOOD, [name]: value });
    expect(error?.issues.map(({ message }) => message)).toEqual([`service-catalogue:answers.${key}`]);
  });

  it('come out of a posted form', () => {
    const posted: Record<string, string> = {
      'answers.persons': '1 200,5',
      'answers.has-car': 'yes',
      'answers.plate': ' аа 1234 вв ',
      'answers.heating': '',
    };
    const read = readAnswers(SUBSIDY, (name) => posted[name] ?? '');
    expect(read).toEqual({ persons: 1200.5, 'has-car': true, plate: 'аа 1234 вв' });
  });
});

describe('texts of a known shape', () => {
  it.each([
    ['plate', 'ва 4521 нх', 'ВА 4521 НХ'],
    ['kved', '56.10', '56.10'],
    ['cadastral-number', '3510100000:12:345:0067', '3510100000:12:345:0067'],
    ['vin', 'wvwzzz1kzaw000001', 'WVWZZZ1KZAW000001'],
    ['passport', 'еа 123456', 'ЕА 123456'],
    ['iban', 'ua213223130000026007233566001', 'UA213223130000026007233566001'],
  ] as const)('%s takes «%s»', (format, text, kept) => {
    const field = formFieldSchema.parse({ kind: 'text', name: 'one', label: words('?'), format });
    expect(ruleOf(field).parse(text)).toBe(kept);
    expect(ruleOf(field).safeParse('???').success).toBe(false);
  });
});

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const condition = fc.option(fc.record({ field: name, is: fc.boolean() }), { nil: undefined });
const anyForm = fc
  .uniqueArray(fc.record({ name, required: fc.boolean(), showWhen: condition }), {
    selector: (one) => one.name,
  })
  .map((all): FormField[] =>
    all.map(({ showWhen, ...one }) => ({
      ...one,
      kind: 'yes-no',
      label: words('?'),
      ...(showWhen && { showWhen }),
    })),
  );
const anyAnswers = fc.dictionary(name, fc.boolean());

describe('whatever the form and the answers, what is judged', () => {
  it('was asked, and judged again stays as it is', () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, (form, given) => {
        const judged = answersSchema(form).safeParse(given);
        if (!judged.success) return;
        const kept: Answers = judged.data;
        for (const key of Object.keys(kept)) {
          const field = form.find((one) => one.name === key);
          expect(field !== undefined && isAsked(field, form, given)).toBe(true);
        }
        expect(answersSchema(form).parse(kept)).toEqual(kept);
      }),
    );
  });

  it('is refused only for an obligatory question that was asked and not answered', () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, (form, given) => {
        const open = form.filter(
          (one) => one.required && isAsked(one, form, given) && given[one.name] === undefined,
        );
        expect(answersSchema(form).safeParse(given).success).toBe(open.length === 0);
      }),
    );
  });
});
