import { z } from 'zod';
import { InvalidInput } from '../../kernel/actions/invalid-input.ts';
import { isRnokpp } from '../../kernel/cases/applicant-code.ts';
import { type Answers, answersShape, type FormField, isAsked, type TextFormat } from './service-form.ts';

/**
 * Shapes of known texts; Latin twins of Cyrillic letters are the typist's slip, not an error.
 * A cadastral number is 10 digits of the zone, 2 of the sector, 3 of the quarter, 4 of the plot (КМУ 1051, п. 34).
 */
export const FORMATS: Readonly<Record<TextFormat, RegExp>> = {
  'cadastral-number': /^\d{10}:\d{2}:\d{3}:\d{4}$/,
  kved: /^\d{2}(\.\d{1,2})?$/,
  vin: /^[A-HJ-NPR-Z0-9]{17}$/,
  plate: /^[АВСЕНІКМОРТХABCEHIKMOPTX]{2} ?\d{4} ?[АВСЕНІКМОРТХABCEHIKMOPTX]{2}$/,
  iban: /^UA\d{27}$/,
  passport: /^(?:[А-ЯҐЄІЇ]{2} ?\d{6}|\d{9})$/,
};

const PHONE = /^\+?[\d\s()-]{5,40}$/;

type Rule = z.ZodType<string | boolean | number>;

const missing = 'service-catalogue:answers.missing';
const texts = (most: number) => z.string({ error: missing }).trim().min(1, missing).max(most);

/** Schemas of answers, by the form: built once for each version of a service. */
const known = new WeakMap<readonly FormField[], z.ZodType<Answers>>();

/**
 * Judges the answers to a service's form. Answers to questions that are not asked, and to none of the
 * form, are left out; obligatory ones are asked for by the sentence at their field.
 */
export function answersSchema(fields: readonly FormField[]): z.ZodType<Answers> {
  const found = known.get(fields);
  if (found !== undefined) return found;
  const schema = answersShape.transform((given, context): Answers => {
    const kept: [string, string | boolean | number][] = [];
    for (const field of fields) {
      if (!isAsked(field, fields, given)) continue;
      const answer = given[field.name];
      if (answer === undefined || answer === '') {
        if (field.required) context.addIssue(issueAt(field, missing, answer));
        continue;
      }
      const judged = ruleOf(field).safeParse(answer);
      if (judged.success) kept.push([field.name, judged.data]);
      else for (const { message } of judged.error.issues) context.addIssue(issueAt(field, message, answer));
    }
    return Object.fromEntries(kept);
  });
  known.set(fields, schema);
  return schema;
}

/** The answers as they are kept. @throws InvalidInput with the sentences at `answers.<question>`. */
export function judgeAnswers(fields: readonly FormField[], answers: Answers | undefined): Answers {
  const judged = answersSchema(fields).safeParse(answers ?? {}, { reportInput: true });
  if (judged.success) return judged.data;
  const issues = judged.error.issues.map((issue) => ({ ...issue, path: ['answers', ...issue.path] }));
  throw new InvalidInput(new z.ZodError(issues));
}

/** The sentence names its question: in a summary above the form it stands alone. */
function issueAt({ name, label }: FormField, message: string, input: unknown) {
  const params = { question: label.uk, questionEn: label.en === '' ? label.uk : label.en };
  return { code: 'custom' as const, path: [name], message, params, input };
}

/** What one answer must be. */
export function ruleOf(field: FormField): Rule {
  switch (field.kind) {
    case 'text':
      return field.format === undefined ? texts(500) : formatted(field.format);
    case 'long-text':
      return texts(4000);
    case 'address':
      return texts(500);
    case 'number':
      return z
        .number('service-catalogue:answers.number')
        .min(field.least ?? Number.MIN_SAFE_INTEGER, 'service-catalogue:answers.tooSmall')
        .max(field.most ?? Number.MAX_SAFE_INTEGER, 'service-catalogue:answers.tooBig');
    case 'date':
      return z.iso.date('service-catalogue:answers.date');
    case 'yes-no':
      return z.boolean(missing);
    case 'choice':
      return texts(100).refine(
        (value) => field.options.some((option) => option.value === value),
        'service-catalogue:answers.choice',
      );
    case 'phone':
      return texts(40).regex(PHONE, 'service-catalogue:answers.phone');
    case 'email':
      return texts(200).pipe(z.email('service-catalogue:answers.email'));
    case 'person-code':
      return texts(20)
        .overwrite((text) => text.replace(/[\s-]/g, ''))
        .refine(isRnokpp, 'service-catalogue:answers.personCode');
    case 'file':
      return z.uuid('service-catalogue:answers.file');
  }
}

function formatted(format: TextFormat): Rule {
  return texts(100)
    .overwrite((text) => text.toLocaleUpperCase('uk').replace(/\s+/g, ' '))
    .regex(FORMATS[format], `service-catalogue:answers.format.${format}`);
}

/** Answers out of a posted form, where all are texts; unreadable numbers stay texts and are told as such. */
export function readAnswers(
  fields: readonly FormField[],
  field: (name: string) => string,
): Record<string, string | boolean | number> {
  const read = fields.flatMap((one): [string, string | boolean | number][] => {
    const text = field(answerField(one.name)).trim();
    if (text === '') return [];
    if (one.kind === 'yes-no') return [[one.name, text === 'yes']];
    if (one.kind !== 'number') return [[one.name, text]];
    const number = Number(text.replace(/[\s\u00A0\u2009]/g, '').replace(',', '.'));
    return [[one.name, Number.isFinite(number) ? number : text]];
  });
  return Object.fromEntries(read);
}

/** Name of a question's field in a posted form: the path of `answers` in the action's input. */
export function answerField(name: string): string {
  return `answers.${name}`;
}
