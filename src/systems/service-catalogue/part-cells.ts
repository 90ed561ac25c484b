import { z } from 'zod';
import { type ReadinessRule, type ReadinessWords, readinessSchema } from './readiness.ts';
import { type FormField, serviceFormSchema } from './service-form.ts';
import { MARK_LETTERS, MARKS, type Stage, stagesSchema } from './technological-card.ts';

/** Parts of a definition as texts, one item a line: the sheet's cells and the edit form's boxes. */
const NONE = '–';
const SEPARATOR = ' | ';

export function stageCell(stages: readonly Stage[]): string {
  return linesOf(
    stages.map(({ name, unit, mark, days, officer }) =>
      [name, unit, MARK_LETTERS[mark], String(days).replace('.', ','), officer].join(SEPARATOR),
    ),
  );
}

/** «питання | ні | refuse | причина | що робити | question | reason | instead». */
export function readinessCell(rules: readonly ReadinessRule[]): string {
  return linesOf(
    rules.map(({ question, when, effect, text, instead }) =>
      [question.uk, when, effect, text.uk, instead?.uk ?? '', question.en, text.en, instead?.en ?? ''].join(
        SEPARATOR,
      ),
    ),
  );
}

/** One question a line, as JSON: the builder is for people, the sheet only carries it. */
export function formCell(form: readonly FormField[]): string {
  return linesOf(form.map((field) => JSON.stringify(field)));
}

function linesOf(lines: readonly string[]): string {
  return lines.length === 0 ? NONE : lines.map((line) => line.replace(/[\s|]+$/, '')).join('\n');
}

/** Lines of a cell; an empty cell says nothing, a dash says there are none. */
const lines = z
  .string()
  .default('')
  .transform((text): string[] | undefined => {
    const plain = text.trim();
    if (plain === '') return undefined;
    return plain === NONE ? [] : plain.split(/\r?\n/).filter((line) => line.trim() !== '');
  });

export const stageLines = lines.transform((all, context): Stage[] | undefined => {
  const stages = all?.map((line) => {
    const [name, unit, letter, days, officer = ''] = partsOf(line);
    const mark = MARKS.find((one) => MARK_LETTERS[one] === letter?.toLocaleUpperCase('uk') || one === letter);
    return { name, unit, mark, days: Number(days?.replace(',', '.') || Number.NaN), officer };
  });
  return judged(stagesSchema.optional(), stages, 'service-catalogue:input.stage', context);
});

export const readinessLines = lines.transform((all, context): ReadinessRule[] | undefined => {
  const rules = all?.map((line) => {
    const [question, when, effect, text, instead, questionEn, textEn, insteadEn] = partsOf(line);
    return {
      question: words(question, questionEn),
      when: when === 'так' ? 'yes' : when === 'ні' ? 'no' : when,
      effect,
      text: words(text, textEn),
      ...(instead === undefined || instead === '' ? {} : { instead: words(instead, insteadEn) }),
    };
  });
  return judged(readinessSchema.optional(), rules, 'service-catalogue:input.readiness', context);
});

export const formLines = lines.transform((all, context): FormField[] | undefined => {
  let fields: unknown;
  try {
    fields = all?.map((line): unknown => JSON.parse(line));
  } catch {
    fields = null;
  }
  return judged(serviceFormSchema.optional(), fields, 'service-catalogue:input.formLines', context);
});

function partsOf(line: string): readonly string[] {
  return line.split('|').map((part) => part.trim());
}

function words(uk: string | undefined, en: string | undefined): ReadinessWords {
  return { uk: uk ?? '', en: en ?? '' };
}

/** One sentence for the whole cell: where in it the slip is, the eye finds. */
function judged<T>(schema: z.ZodType<T>, value: unknown, message: string, context: z.core.$RefinementCtx): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
