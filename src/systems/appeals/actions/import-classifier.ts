import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { whenBroken } from '../../../kernel/database/when-broken.ts';
import { loadClassifier, writeClassifier } from '../classifier.ts';
import { classifierEntry } from '../classifier-input.ts';

/** A new edition of the classifier: versions are added and corrected, none is lost. */
export const importClassifier = defineAction({
  name: 'appeals.import-classifier',
  title: { uk: 'Завантажити класифікатор звернень', en: 'Import the classifier of appeals' },
  input: z.object({
    entries: z.array(classifierEntry).min(1, 'appeals:input.noEntries').max(2000),
    /** Only says what would change. */
    dryRun: z.boolean().default(false),
  }),
  output: z.object({ added: z.int(), changed: z.int(), same: z.int() }),
  may: ['registrar', 'it'],
  async run(deed, { entries, dryRun }) {
    const keyOf = ({ axis, code, validFrom }: z.output<typeof classifierEntry>) =>
      `${axis} ${code} ${validFrom}`;
    const present = new Map(
      (await loadClassifier(deed.tx)).map((entry) => [keyOf(entry), JSON.stringify(order(entry))]),
    );
    const last = new Map(entries.map((entry) => [keyOf(entry), entry]));
    const fresh = [...last].filter(([key, entry]) => present.get(key) !== JSON.stringify(order(entry)));
    const added = fresh.filter(([key]) => !present.has(key)).length;
    const counts = { added, changed: fresh.length - added, same: last.size - fresh.length };
    if (dryRun || fresh.length === 0) return counts;
    const writing = writeClassifier(
      deed.tx,
      fresh.map(([, entry]) => entry),
    );
    await whenBroken(writing, { classifier_no_overlap: 'appeals:refusals.versionsOverlap' });
    return counts;
  },
});

/** The same order of fields whoever made the entry. */
function order({
  axis,
  code,
  label,
  labelEn,
  own,
  priority,
  certainty,
  validFrom,
  validTo,
}: z.output<typeof classifierEntry>) {
  return [axis, code, label, labelEn, own, priority, certainty, validFrom, validTo];
}
