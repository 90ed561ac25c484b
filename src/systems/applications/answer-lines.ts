import { z } from 'zod';
import { personal } from '../../kernel/actions/define.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { type Answers, findService, type FormField } from '../service-catalogue/index.ts';
import type { ApplicationRow } from './application-row.ts';

const bilingual = z.object({ uk: z.string(), en: z.string() });

/** One question with its answer. `words`: the chosen answer as the form wrote it. */
export const answerLine = z.object({
  name: z.string(),
  label: bilingual,
  kind: z.string(),
  answer: personal(z.union([z.string(), z.number(), z.boolean()])),
  words: bilingual.nullable(),
  unit: z.string().nullable(),
});
export type AnswerLine = z.output<typeof answerLine>;

/** The answers of a case under the form of the day it was registered. */
export async function readAnswerLines(
  tx: Transaction,
  {
    serviceCode,
    registeredOn,
    answers,
    asked,
  }: Pick<ApplicationRow, 'serviceCode' | 'registeredOn' | 'answers' | 'asked'>,
): Promise<AnswerLine[]> {
  if (answers === null) return [];
  if (asked !== null) return linesOf(asked, answers);
  const service = serviceCode === null ? undefined : await findService(tx, serviceCode, registeredOn);
  return linesOf(service?.form ?? [], answers);
}

/** In the order of the form; what the form does not know (an import) stands last under its own name. */
export function linesOf(form: readonly FormField[], answers: Answers): AnswerLine[] {
  const known = form.flatMap((field) => {
    const answer = answers[field.name];
    return answer === undefined ? [] : [lineOf(field, answer)];
  });
  const names = new Set(form.map(({ name }) => name));
  const strangers = Object.entries(answers).filter(([name]) => !names.has(name));
  return [
    ...known,
    ...strangers.map(([name, answer]) => ({
      name,
      label: { uk: name, en: name },
      kind: 'text',
      answer,
      words: null,
      unit: null,
    })),
  ];
}

function lineOf(field: FormField, answer: string | number | boolean): AnswerLine {
  const option =
    field.kind === 'choice' ? field.options.find(({ value }) => value === answer)?.label : undefined;
  return {
    name: field.name,
    label: { uk: field.label.uk, en: field.label.en || field.label.uk },
    kind: field.kind,
    answer,
    words: option === undefined ? null : { uk: option.uk, en: option.en || option.uk },
    unit: field.kind === 'number' ? (field.unit ?? null) : null,
  };
}
