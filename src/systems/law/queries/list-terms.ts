import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { isInForce } from '../../../kernel/calendar/validity.ts';
import { loadTermRules } from '../../../kernel/clock/load-rules.ts';
import { READERS } from '../law-input.ts';
import { ruleView } from '../term-store.ts';

/** Versions of terms; a search looks in code and article, `toConfirm` leaves what a lawyer has yet to read. */
export const listTerms = defineQuery({
  name: 'law.list-terms',
  title: { uk: 'Строки, за якими рахує система', en: 'Terms by which the system counts' },
  may: READERS,
  input: z.object({
    words: z.string().max(100).default(''),
    toConfirm: z.union([z.boolean(), z.stringbool()]).default(false),
    code: z.string().max(100).optional(),
  }),
  output: z.object({
    terms: z.array(ruleView.extend({ inForce: z.boolean() })),
    all: z.int(),
    toConfirm: z.int(),
    tenDaysAre: z.enum(['working', 'calendar']),
  }),
  async run({ tx, now }, { words, toConfirm, code }) {
    const { rules, settings } = await loadTermRules(tx);
    const today = kyivDate(now);
    const asked = words.trim().toLocaleLowerCase('uk');
    const terms = rules
      .filter((rule) => code === undefined || rule.code === code)
      .filter((rule) => !toConfirm || rule.certainty !== 'V')
      .filter((rule) => `${rule.code} ${rule.article}`.toLocaleLowerCase('uk').includes(asked))
      .map((rule) => ({ ...rule, keepsDayOff: rule.keepsDayOff ?? false, inForce: isInForce(rule, today) }));
    return {
      terms,
      all: rules.length,
      toConfirm: rules.filter(({ certainty }) => certainty !== 'V').length,
      tenDaysAre: settings.tenDaysAre,
    };
  },
});
