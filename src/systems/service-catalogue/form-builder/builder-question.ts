import type { z } from 'zod';
import {
  FIELD_KINDS,
  type FieldKind,
  type FormField,
  serviceFormSchema,
  TEXT_FORMATS,
} from '../service-form.ts';
import { nameFrom } from './name-from.ts';

/** A question as the builder's boxes hold it: all texts, so that a half-written one survives each press. */
export interface BuilderQuestion {
  /** Empty = new; made of the words when it is first read. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly labelUk: string;
  readonly labelEn: string;
  readonly hintUk: string;
  readonly hintEn: string;
  readonly required: boolean;
  /** One answer a line; «українською | in English». */
  readonly options: string;
  /** What the answers were called by before, as `value=label` lines: a kept label keeps its value. */
  readonly values: string;
  readonly unit: string;
  readonly least: string;
  readonly most: string;
  readonly format: string;
  /** `''` = always; else `question=answer`. */
  readonly when: string;
}

export const BUILDER_TEXTS = [
  'name',
  'kind',
  'labelUk',
  'labelEn',
  'hintUk',
  'hintEn',
  'options',
  'values',
  'unit',
  'least',
  'most',
  'format',
  'when',
] as const;

export function newQuestion(kind: FieldKind): BuilderQuestion {
  const empty = { name: '', labelUk: '', labelEn: '', hintUk: '', hintEn: '', options: '', values: '' };
  return { ...empty, kind, required: true, unit: '', least: '', most: '', format: '', when: '' };
}

export function questionOf(field: FormField): BuilderQuestion {
  const base = newQuestion(field.kind);
  const { showWhen } = field;
  const common = {
    ...base,
    name: field.name,
    labelUk: field.label.uk,
    labelEn: field.label.en,
    hintUk: field.hint?.uk ?? '',
    hintEn: field.hint?.en ?? '',
    required: field.required,
    when: showWhen === undefined ? '' : `${showWhen.field}=${String(showWhen.is)}`,
  };
  if (field.kind === 'choice') {
    const lines = field.options.map(({ label }) =>
      label.en === '' ? label.uk : `${label.uk} | ${label.en}`,
    );
    const values = field.options.map(({ value, label }) => `${value}=${label.uk}`);
    return { ...common, options: lines.join('\n'), values: values.join('\n') };
  }
  if (field.kind === 'number')
    return {
      ...common,
      unit: field.unit ?? '',
      least: field.least === undefined ? '' : String(field.least),
      most: field.most === undefined ? '' : String(field.most),
    };
  return field.kind === 'text' ? { ...common, format: field.format ?? '' } : common;
}

/** Gives new questions their names, so that conditions can speak of them. */
export function withNames(questions: readonly BuilderQuestion[]): readonly BuilderQuestion[] {
  const taken = new Set(questions.map(({ name }) => name));
  return questions.map((question, index) => {
    if (question.name !== '' || question.labelUk.trim() === '') return question;
    const name = nameFrom(question.labelUk, `question-${index + 1}`, taken);
    taken.add(name);
    return { ...question, name };
  });
}

/** The form that the boxes say, and what of it must be mended, by the builder's own box names. */
export function formOf(questions: readonly BuilderQuestion[]): {
  readonly form: readonly FormField[];
  readonly issues: readonly { readonly path: string; readonly issue: z.core.$ZodIssue }[];
} {
  const fields = withNames(questions).map((question, index) =>
    fieldOf(question, `question-${index + 1}`, questions),
  );
  const parsed = serviceFormSchema.safeParse(fields);
  if (parsed.success) return { form: parsed.data, issues: [] };
  const issues = parsed.error.issues.map((issue) => {
    const [index = 0, part = ''] = issue.path;
    const box = part === 'label' ? 'labelUk' : part === 'hint' ? 'hintUk' : String(part);
    return { path: `q.${String(index)}.${box}`, issue };
  });
  return { form: [], issues };
}

function fieldOf(question: BuilderQuestion, spare: string, all: readonly BuilderQuestion[]): unknown {
  const { kind, labelUk, labelEn, hintUk, hintEn } = question;
  const when = conditionOf(question.when, all);
  return {
    kind,
    name: question.name === '' ? spare : question.name,
    label: { uk: labelUk, en: labelEn },
    ...(hintUk.trim() === '' ? {} : { hint: { uk: hintUk, en: hintEn } }),
    required: question.required,
    ...(when === undefined ? {} : { showWhen: when }),
    ...ownParts(question),
  };
}

function ownParts({ kind, format, unit, least, most, options, values }: BuilderQuestion): object {
  if (kind === 'choice') return { options: optionsOf(options, values) };
  if (kind === 'text') return TEXT_FORMATS.some((one) => one === format) ? { format } : {};
  if (kind !== 'number') return {};
  return {
    ...(unit.trim() === '' ? {} : { unit: unit.trim() }),
    ...(least.trim() === '' ? {} : { least: Number(least.replace(',', '.')) }),
    ...(most.trim() === '' ? {} : { most: Number(most.replace(',', '.')) }),
  };
}

function optionsOf(text: string, before: string) {
  const known = new Map(
    linesOf(before).map((line): [string, string] => {
      const [value = '', ...label] = line.split('=');
      return [label.join('='), value];
    }),
  );
  const taken = new Set<string>();
  return linesOf(text).map((line, index) => {
    const [uk = '', en = ''] = line.split('|').map((part) => part.trim());
    const kept = known.get(uk);
    const value = kept !== undefined && !taken.has(kept) ? kept : nameFrom(uk, `answer-${index + 1}`, taken);
    taken.add(value);
    return { value, label: { uk, en } };
  });
}

/** A condition on a question that is gone is gone too. */
function conditionOf(when: string, all: readonly BuilderQuestion[]) {
  const at = when.indexOf('=');
  if (at < 0) return undefined;
  const [field, is] = [when.slice(0, at), when.slice(at + 1)];
  const above = all.find(({ name }) => name === field);
  if (above === undefined) return undefined;
  return { field, is: above.kind === 'yes-no' ? is === 'true' : is };
}

export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function kindOf(text: string): FieldKind {
  return FIELD_KINDS.find((kind) => kind === text) ?? 'text';
}
