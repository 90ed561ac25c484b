import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { article, CERTAINTIES, lawDate, LAWYERS, UNITS } from '../law-input.ts';
import { forgetSoon } from '../recount.ts';
import { addVersion, extensionView, lockVersions } from '../term-store.ts';

/** A new version from a day on. Cases keep the version they began under, so nothing is recounted. */
export const changeDeadlineRule = defineAction({
  name: 'law.change-deadline-rule',
  title: { uk: 'Змінити строк з певної дати', en: 'Change a term from a date' },
  may: LAWYERS,
  input: z.object({
    code: z.string().min(1).max(100),
    validFrom: lawDate,
    value: z.coerce
      .number<string | number>('law:input.valueWrong')
      .int('law:input.valueWrong')
      .min(0, 'law:input.valueWrong')
      .max(1000, 'law:input.valueWrong'),
    unit: z.enum(UNITS, 'law:input.unitMissing'),
    article,
    certainty: z.enum(CERTAINTIES, 'law:input.certaintyMissing'),
    /** Left out: as it was. */
    extension: extensionView.optional(),
    silence: z.enum(['consent', 'refusal']).nullable().optional(),
    keepsDayOff: z.boolean().optional(),
  }),
  output: z.object({ code: z.string(), validFrom: z.iso.date() }),
  async run(deed, input) {
    const [youngest] = await lockVersions(deed.tx, input.code);
    const next = {
      ...youngest,
      ...input,
      validTo: null,
      extension: input.extension === undefined ? youngest.extension : input.extension,
      silence: input.silence === undefined ? youngest.silence : input.silence,
      keepsDayOff: input.keepsDayOff ?? youngest.keepsDayOff ?? false,
    };
    deed.about({ kind: 'deadline-rule', id: input.code });
    for (const field of ['value', 'unit', 'article', 'certainty'] as const)
      deed.changed(field, youngest[field], next[field]);
    await addVersion(deed.tx, youngest, next);
    forgetSoon(deed);
    return { code: input.code, validFrom: input.validFrom };
  },
});
