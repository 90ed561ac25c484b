import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { AXES, loadClassifier } from '../classifier.ts';
import { classifierEntry } from '../classifier-input.ts';

/** All versions of all entries: public, as the law that sets them is. */
export const listClassifier = defineQuery({
  name: 'appeals.list-classifier',
  title: { uk: 'Класифікатор звернень', en: 'Classifier of appeals' },
  input: z.object({ axis: z.enum(AXES).optional(), words: z.string().trim().max(100).default('') }),
  output: z.object({ entries: z.array(classifierEntry) }),
  may: ['resident'],
  async run({ tx }, { axis, words }) {
    const asked = words.toLocaleLowerCase('uk');
    const entries = (await loadClassifier(tx)).filter(
      (entry) =>
        (axis === undefined || entry.axis === axis) &&
        `${entry.code} ${entry.label} ${entry.labelEn}`.toLocaleLowerCase('uk').includes(asked),
    );
    return { entries };
  },
});
