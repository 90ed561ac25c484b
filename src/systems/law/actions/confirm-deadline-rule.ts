import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { article, lawDate, LAWYERS } from '../law-input.ts';
import { forgetSoon } from '../recount.ts';
import { confirmVersion, lockVersions } from '../term-store.ts';

/** The lawyer has read the law's own text: the rule stays as it is, and is sure from now on. */
export const confirmDeadlineRule = defineAction({
  name: 'law.confirm-deadline-rule',
  title: { uk: 'Підтвердити строк за текстом закону', en: 'Confirm a term by the law’s text' },
  may: LAWYERS,
  input: z.object({ code: z.string().min(1).max(100), validFrom: lawDate, article }),
  output: z.object({ code: z.string() }),
  async run(deed, input) {
    const versions = await lockVersions(deed.tx, input.code);
    const version = versions.find(({ validFrom }) => validFrom === input.validFrom);
    if (version === undefined) throw notFound('law:refusals.noSuchRule', { code: input.code });
    deed.about({ kind: 'deadline-rule', id: input.code });
    deed.changed('certainty', version.certainty, 'V');
    deed.changed('article', version.article, input.article);
    await confirmVersion(deed.tx, version, input.article);
    forgetSoon(deed);
    return { code: input.code };
  },
});
