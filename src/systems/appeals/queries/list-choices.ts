import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listUnits } from '../../../kernel/identity/unit-store.ts';
import { type ClassifierEntry, inForce, loadClassifier } from '../classifier.ts';

const entry = z.object({ code: z.string(), label: z.string(), labelEn: z.string() });

/** What the forms of the desk choose from. */
export const listChoices = defineQuery({
  name: 'appeals.list-choices',
  title: { uk: 'Довідники звернень', en: 'Choices of the appeals desk' },
  input: z.object({}),
  output: z.object({
    topics: z.array(entry),
    categories: z.array(entry.extend({ priority: z.boolean() })),
    statuses: z.array(entry),
    units: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string() })),
    people: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        position: z.string(),
        unitCode: z.string(),
        unitName: z.string(),
      }),
    ),
  }),
  may: ['registrar', 'leader', 'specialist', 'operator', 'auditor'],
  async run({ tx, now }) {
    const today = kyivDate(now);
    const classifier = await loadClassifier(tx);
    const units = (await listUnits(tx, today)).filter(({ kind }) => kind !== 'state-territorial');
    const { rows: people } = await sql<{
      id: string;
      name: string;
      position: string;
      unitCode: string;
      unitName: string;
    }>`
      select s.id, s.name, s.position, u.code as "unitCode", u.short_name as "unitName"
      from kernel.staff s join kernel.units u on u.id = s.unit_id
      where s.active and s.roles && '{leader,specialist}' and u.kind <> 'state-territorial'
      order by u.kind <> 'leadership', u.short_name, s.name`.execute(tx);
    const plain = ({ code, label, labelEn }: ClassifierEntry) => ({ code, label, labelEn });
    return {
      topics: inForce(classifier, 'topic', today).map(plain),
      categories: inForce(classifier, 'category', today).map((one) => ({
        ...plain(one),
        priority: one.priority,
      })),
      statuses: inForce(classifier, 'status', today).map(plain),
      units: units
        .map(({ code, shortName, kind }) => ({ code, name: shortName, kind }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'uk')),
      people,
    };
  },
});
