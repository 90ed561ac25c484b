import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { findTrackedCase } from '../../../kernel/cases/index.ts';
import { tellLooks, toldLook } from '../told-looks.ts';

/**
 * The citizen's right to know who looked at her data (Law 2297-VI art. 8): the role and the body,
 * when and why. The clerk's name is the body's own matter, and the auditor's.
 */
export const looksAtCase = defineQuery({
  name: 'journal.looks-at-case',
  title: { uk: 'Хто дивився мою справу', en: 'Who looked at my case' },
  may: ['resident'],
  input: z.object({
    number: z.string().trim().min(1, 'journal:input.numberMissing').max(60),
    code: personal(z.string().trim().min(1, 'journal:input.codeMissing').max(60)),
  }),
  output: z.object({
    number: z.string(),
    looks: z.array(toldLook),
  }),
  async run({ tx, house }, { number, code }) {
    const found = await findTrackedCase(tx, number, code);
    if (found === null) throw notFound('journal:refusals.notTracked');
    return { number: found.number, looks: await tellLooks(tx, house, { kind: 'case', id: found.id }) };
  },
});
