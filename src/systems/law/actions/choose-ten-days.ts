import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { loadTermRules } from '../../../kernel/clock/load-rules.ts';
import { LAWYERS, reason } from '../law-input.ts';
import { recountBecause } from '../recount.ts';
import { setTenDays } from '../term-store.ts';

/** The sources disagree whether a term of exactly ten days is in working days (Law 2073-IX art. 33). */
export const chooseTenDays = defineAction({
  name: 'law.choose-ten-days',
  title: { uk: 'Визначити, як рахувати рівно десять днів', en: 'Choose how exactly ten days are counted' },
  may: LAWYERS,
  input: z.object({ tenDaysAre: z.enum(['working', 'calendar'], 'law:input.unitMissing'), reason }),
  output: z.object({ tenDaysAre: z.enum(['working', 'calendar']) }),
  async run(deed, { tenDaysAre, reason: why }) {
    const { settings } = await loadTermRules(deed.tx);
    deed.about({ kind: 'calendar', id: 'ten-days' });
    deed.changed('tenDaysAre', settings.tenDaysAre, tenDaysAre);
    await setTenDays(deed.tx, tenDaysAre);
    await recountBecause(deed, why);
    return { tenDaysAre };
  },
});
