import { z } from 'zod';

export const FIELD_KINDS = [
  'text',
  'long-text',
  'number',
  'date',
  'yes-no',
  'choice',
  'address',
  'phone',
  'email',
  'person-code',
  'file',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** Shapes of a text that a machine can judge; what each means stands in `answer-rules.ts`. */
export const TEXT_FORMATS = ['cadastral-number', 'kved', 'vin', 'plate', 'iban', 'passport'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

const words = (most: number) =>
  z.object({
    uk: z.string().trim().min(1, 'service-catalogue:form.wordsMissing').max(most),
    /** Empty = the Ukrainian words stand on the English page too. */
    en: z.string().trim().max(most).default(''),
  });
export type FormWords = z.output<ReturnType<typeof words>>;

export const FIELD_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const fieldName = z.string().max(60).regex(FIELD_NAME, 'service-catalogue:form.nameWrong');

const shared = {
  /** Kebab-case, one of its kind in the form: the answer's name for ever. */
  name: fieldName,
  label: words(300),
  hint: words(500).optional(),
  required: z.boolean().default(false),
  /** Asked only where another question was answered so: `true`/`false` of a yes-no, a value of a choice. */
  showWhen: z.object({ field: fieldName, is: z.union([z.boolean(), z.string().max(100)]) }).optional(),
};

const plain = <K extends FieldKind>(kind: K) => z.object({ ...shared, kind: z.literal(kind) });

/** One question of a service's own form. */
export const formFieldSchema = z.discriminatedUnion('kind', [
  plain('text').extend({ format: z.enum(TEXT_FORMATS).optional() }),
  plain('long-text'),
  plain('number').extend({
    least: z.number().optional(),
    most: z.number().optional(),
    /** Said after the box: «м²», «грн». */
    unit: z.string().max(20).optional(),
  }),
  plain('date'),
  plain('yes-no'),
  plain('choice').extend({
    options: z
      .array(z.object({ value: z.string().min(1).max(100), label: words(300) }))
      .min(2, 'service-catalogue:form.optionsFew')
      .max(60),
  }),
  plain('address'),
  plain('phone'),
  plain('email'),
  plain('person-code'),
  plain('file'),
]);
export type FormField = z.output<typeof formFieldSchema>;

/** The questions of one service, in the order they are asked. */
export const serviceFormSchema = z.array(formFieldSchema).max(60, 'service-catalogue:form.tooMany');

/** By the names of the questions. A date is `YYYY-MM-DD`, a file the id under which it is kept. */
export type Answers = Readonly<Record<string, string | boolean | number>>;

/** What may stand as an answer whatever the form: the first sieve of an action's input. */
export const answersShape = z.record(
  z.string().max(60),
  z.union([z.string().max(4000), z.number(), z.boolean()]),
);

/** Whether a question is asked, all answers given. A question about an unasked question is not asked. */
export function isAsked(
  field: FormField,
  fields: readonly FormField[],
  answers: Readonly<Record<string, unknown>>,
): boolean {
  const seen = new Set<string>();
  let current: FormField | undefined = field;
  while (current?.showWhen !== undefined) {
    // Two questions that wait for each other are asked of nobody.
    if (seen.has(current.name)) return false;
    seen.add(current.name);
    const { field: name, is }: { field: string; is: string | boolean } = current.showWhen;
    if (answers[name] !== is) return false;
    current = fields.find((one) => one.name === name);
    if (current === undefined) return false;
  }
  return true;
}
