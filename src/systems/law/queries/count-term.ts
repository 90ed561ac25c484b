import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { loadCalendar } from '../../../kernel/calendar/load-calendar.ts';
import { isInForce } from '../../../kernel/calendar/validity.ts';
import type { DeadlineRule } from '../../../kernel/clock/deadline-rule.ts';
import { loadTermRules } from '../../../kernel/clock/load-rules.ts';
import { computeTerm } from '../../../kernel/clock/term.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import { findService } from '../../service-catalogue/index.ts';
import { CERTAINTIES, lawDate, messageView } from '../law-input.ts';

const input = z
  .object({
    /** Code of a service of the catalogue, or of a general rule. */
    service: z.string().max(60).optional(),
    rule: z.string().max(100).optional(),
    /** The day of the event (the application is filed); days are counted from the next one. */
    startedOn: lawDate,
  })
  .refine(({ service, rule }) => (service === undefined) !== (rule === undefined), {
    path: ['rule'],
    message: 'law:input.ruleMissing',
  });

/** When a term ends, with the steps and articles that lead to the date. */
export const countTerm = defineQuery({
  name: 'law.count-term',
  title: { uk: 'Коли закінчиться строк', en: 'When a term ends' },
  may: ['resident'],
  input,
  output: z.object({
    service: z.object({ code: z.string(), name: z.string() }).nullable(),
    rule: z.string(),
    article: z.string(),
    certainty: z.enum(CERTAINTIES),
    startedOn: z.iso.date(),
    dueOn: z.iso.date().nullable(),
    dueAt: z.date().nullable(),
    steps: z.array(
      z.object({ date: z.iso.date().nullable(), text: messageView, article: z.string().nullable() }),
    ),
  }),
  async run({ tx }, asked) {
    const { service, rule } = await findRule(tx, asked);
    const { settings } = await loadTermRules(tx);
    const { startedOn } = asked;
    const calendar = await loadCalendar(tx);
    const term = computeTerm({ rule, startedOn, pauses: [], extensions: [], calendar, settings });
    return {
      service,
      rule: rule.code,
      article: rule.article,
      certainty: rule.certainty,
      startedOn,
      dueOn: term.legalDue,
      dueAt: term.legalDueAt,
      steps: term.steps.map(({ date, text, article }) => ({
        date,
        text: { key: text.key, params: { ...text.params } },
        article,
      })),
    };
  },
});

type Asked = z.output<typeof input>;

async function findRule(
  tx: Transaction,
  { service: code, rule: ruleCode, startedOn }: Asked,
): Promise<{ readonly rule: DeadlineRule; readonly service: { code: string; name: string } | null }> {
  if (code === undefined) {
    const { rules } = await loadTermRules(tx);
    const rule = rules.find((one) => one.code === ruleCode && isInForce(one, startedOn));
    if (rule === undefined) throw notFound('law:refusals.notInForce', { date: startedOn });
    return { rule, service: null };
  }
  const service = await findService(tx, code, startedOn);
  if (service === undefined) throw notFound('law:refusals.noSuchService', { date: startedOn });
  return { rule: ruleOf(service), service: { code: service.code, name: service.name } };
}

/** A service's own term, from its information card. */
function ruleOf(service: {
  readonly code: string;
  readonly term: Pick<DeadlineRule, 'value' | 'unit' | 'article'>;
  readonly validFrom: string;
  readonly validTo: string | null;
}): DeadlineRule {
  const { validFrom, validTo } = service;
  return {
    code: `service/${service.code}`,
    ...service.term,
    startEvent: 'clock:events.applicationFiled',
    extension: null,
    silence: null,
    certainty: 'M',
    validFrom,
    validTo,
  };
}
