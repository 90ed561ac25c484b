import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listUnits } from '../../../kernel/identity/unit-store.ts';
import { serviceFormSchema, termSchema } from '../../service-catalogue/index.ts';
import { expectDates } from '../expect-dates.ts';
import { servicesOf } from '../file-parts.ts';
import { choiceCode, type PlanPart, planCodeInput } from '../plan.ts';
import { getPlan } from '../plan-store.ts';
import { questionsOf } from '../questions.ts';

const words = z.object({ uk: z.string(), en: z.string() });

/** A plan to choose from, and what a choice of its parts asks and promises if filed now. */
export const getPlanQuery = defineQuery({
  name: 'complex-services.get-plan',
  title: { uk: 'План комплексної послуги', en: 'Plan of a complex service' },
  input: z.object({
    code: planCodeInput,
    /** Numbers of the parts in mind; those that everyone needs are added. */
    parts: z.array(z.int().min(1)).max(30).optional(),
  }),
  output: z.object({
    code: z.string(),
    title: words,
    intro: words,
    promise: termSchema.nullable(),
    documents: z.array(z.string()),
    parts: z.array(
      z.object({
        no: z.int(),
        title: words,
        gives: words,
        when: words.nullable(),
        required: z.boolean(),
        chosen: z.boolean(),
        body: z.string(),
        term: termSchema.nullable(),
        waitsFor: z.array(words),
        /** If filed now; null for a part that is not chosen. */
        on: z.iso.date().nullable(),
      }),
    ),
    /** What the form asks for the chosen parts. */
    questions: serviceFormSchema,
    choice: z.string(),
    promisedOn: z.iso.date().nullable(),
  }),
  may: ['resident'],
  async run({ tx, now }, { code, parts: asked = [] }) {
    const on = kyivDate(now);
    const plan = await getPlan(tx, code, on);
    const services = await servicesOf(tx, plan.parts, on);
    const bodies = new Map((await listUnits(tx, on)).map((unit) => [unit.code, unit.shortName]));
    const termOf = ({ term, serviceCode }: PlanPart) =>
      term ?? services.find((service) => service.code === serviceCode)?.term ?? null;
    const chosen = plan.parts.filter(({ no, required }) => required || asked.includes(no));
    const expected = await expectDates(
      tx,
      chosen.flatMap((part) => {
        const term = termOf(part);
        return term === null ? [] : [{ ...part, term, state: 'waiting' as const, on: null }];
      }),
      on,
    );
    return {
      ...plan,
      parts: plan.parts.map((part) => ({
        ...part,
        chosen: chosen.includes(part),
        body: bodies.get(part.provider) ?? part.provider,
        term: termOf(part),
        waitsFor: plan.parts.filter(({ no }) => part.dependsOn.includes(no)).map(({ title }) => title),
        on: expected.parts.get(part.no) ?? null,
      })),
      questions: [...questionsOf(plan, chosen, services)],
      choice: choiceCode(
        plan.code,
        chosen.map(({ no }) => no),
      ),
      promisedOn: expected.on,
    };
  },
});
