import { z } from 'zod';
import { STAFF_ROLES } from '../../../kernel/actions/actor.ts';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { isAllowed } from '../../../kernel/actions/permission.ts';
import { listCases, seenBy } from '../../../kernel/cases/index.ts';
import { caseView, titleView, viewCase } from '../work-view.ts';

const foundCase = caseView.extend({ kindTitle: titleView });

/** Cases of every kind that the reader may open and whose names they read, open and closed, the newest first. */
export const findCases = defineQuery({
  name: 'desk.find-cases',
  title: { uk: 'Знайти справу', en: 'Find a case' },
  input: z.object({
    /** Number, person, words of the subject, each by its beginning. */
    words: personal(z.string().trim().min(2).max(200)),
    limit: z.coerce.number().int().min(1).max(50).default(8),
  }),
  output: z.object({ cases: z.array(foundCase) }),
  may: STAFF_ROLES,
  async run({ tx, actor, looked, house }, { words, limit }) {
    // Words are looked for in names too, so who may not read names does not search by them.
    const works = house.work().filter(({ names }) => isAllowed(names, actor));
    const { cases } = await listCases(tx, { words, more: [seenBy(works, actor)] }, { limit });
    for (const { id } of cases) looked({ kind: 'case', id });
    const byKind = new Map(works.map((work) => [work.kind.name, work]));
    return {
      cases: cases.flatMap((line) => {
        const work = byKind.get(line.kind);
        return work === undefined
          ? []
          : [{ ...viewCase(line, work, actor, undefined), kindTitle: work.kind.title }];
      }),
    };
  },
});
