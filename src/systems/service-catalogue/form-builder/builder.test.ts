import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_KINDS, serviceFormSchema } from '../service-form.ts';
import { type BuilderQuestion, formOf, newQuestion, questionOf, withNames } from './builder-question.ts';
import { takeStep } from './builder-steps.ts';
import { nameFrom } from './name-from.ts';

const FOLDER = join(import.meta.dirname, '..', 'seed', 'definitions');
const forms = readdirSync(FOLDER).map((file): [string, unknown] => [
  file,
  JSON.parse(readFileSync(join(FOLDER, file), 'utf8')).form,
]);

describe('the builder', () => {
  it.each(forms)('holds every form of the demo city and gives it back as it was: %s', (_, raw) => {
    const form = serviceFormSchema.parse(raw);
    expect(formOf(form.map(questionOf))).toEqual({ form, issues: [] });
  });

  it('gives a new question a name that conditions can speak of', () => {
    const [first, second] = withNames([
      { ...newQuestion('yes-no'), labelUk: 'Чи є в собаки чіп?' },
      { ...newQuestion('text'), labelUk: 'Чи є в собаки чіп?' },
    ]);
    expect([first?.name, second?.name]).toEqual(['chy-ie-v-sobaky-chip', 'chy-ie-v-sobaky-chip-2']);
  });

  it('keeps the value of an answer whose words stay, and drops a condition on a question that is gone', () => {
    const choice = {
      ...newQuestion('choice'),
      labelUk: 'Опалення',
      options: 'газ\nдрова',
      values: 'own-gas=газ',
    };
    const late = { ...newQuestion('text'), labelUk: 'Котел', when: 'nobody=true' };
    const { form } = formOf([choice, late]);
    expect(form[0]).toMatchObject({ options: [{ value: 'own-gas' }, { value: 'drova' }] });
    expect(form[1]).not.toHaveProperty('showWhen');
  });

  it('tells what to mend at its own box', () => {
    const { issues } = formOf([
      newQuestion('text'),
      { ...newQuestion('choice'), labelUk: 'Що?', options: 'одне' },
    ]);
    expect(issues.map(({ path, issue }) => [path, issue.message])).toEqual([
      ['q.0.labelUk', 'service-catalogue:form.wordsMissing'],
      ['q.1.options', 'service-catalogue:form.optionsFew'],
    ]);
  });
});

describe('the buttons', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name): BuilderQuestion => ({ ...newQuestion('text'), name })) as [
    BuilderQuestion,
    BuilderQuestion,
    BuilderQuestion,
  ];
  const press = (step: string) => takeStep([a, b, c], step, 'date').map(({ name, kind }) => name || kind);

  it.each([
    ['add', ['a', 'b', 'c', 'date']],
    ['up.2', ['a', 'c', 'b']],
    ['down.0', ['b', 'a', 'c']],
    ['remove.1', ['a', 'c']],
    ['copy.0', ['a', 'text', 'b', 'c']],
    ['up.0', ['a', 'b', 'c']],
    ['down.2', ['a', 'b', 'c']],
    ['remove.9', ['a', 'b', 'c']],
    ['nonsense', ['a', 'b', 'c']],
  ])('%s', (step, left) => {
    expect(press(step)).toEqual(left);
  });
});

describe('whatever is written in the boxes', () => {
  const box = fc.string({ maxLength: 40, unit: 'grapheme' });
  const question = fc
    .record({
      kind: fc.constantFrom(...FIELD_KINDS),
      labelUk: box,
      options: box,
      values: box,
      when: box,
      least: box,
      format: box,
    })
    .map((given): BuilderQuestion => ({ ...newQuestion(given.kind), ...given }));

  it('comes out as a sound form or as places to mend', () => {
    fc.assert(
      fc.property(fc.array(question, { maxLength: 5 }), (questions) => {
        const { form, issues } = formOf(questions);
        expect(issues.length > 0 || form.length === questions.length).toBe(true);
        expect(() => serviceFormSchema.parse(form)).not.toThrow();
        for (const { path } of issues) expect(path).toMatch(/^q\.\d+\.\w+$/);
      }),
    );
  });

  it('names are kebab-case and unlike each other', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 8 }), (labels) => {
        const taken = new Set<string>();
        for (const label of labels) taken.add(nameFrom(label, 'question', taken));
        expect(taken.size).toBe(labels.length);
        for (const name of taken) expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      }),
    );
  });
});
