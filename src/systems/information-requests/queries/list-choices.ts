import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listUnits } from '../../../kernel/identity/unit-store.ts';
import { listGrounds } from '../request-store.ts';

/** What a clerk chooses from: departments, grounds of a refusal. */
export const listChoices = defineQuery({
  name: 'information-requests.list-choices',
  title: { uk: 'Підрозділи й підстави відмови', en: 'Departments and grounds of refusal' },
  may: ['registrar', 'leader', 'specialist', 'auditor'],
  input: z.object({}),
  output: z.object({
    units: z.array(z.object({ code: z.string(), name: z.string() })),
    grounds: z.array(
      z.object({ code: z.string(), title: z.string(), article: z.string(), needsTest: z.boolean() }),
    ),
  }),
  async run({ tx, now }) {
    const on = kyivDate(now);
    const units = (await listUnits(tx, on)).filter(({ kind }) => kind !== 'state-territorial');
    const grounds = await listGrounds(tx, on);
    return {
      units: units.map(({ code, shortName: name }) => ({ code, name })),
      grounds: grounds.map(({ code, title, article, needsTest }) => ({ code, title, article, needsTest })),
    };
  },
});
