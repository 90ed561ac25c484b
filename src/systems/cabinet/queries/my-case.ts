import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { accountOf } from '../../../kernel/actions/permission.ts';
import { explainTerm, getCase } from '../../../kernel/cases/index.ts';
import { courseView, stepView, viewSteps } from '../../../kernel/cases/view/course-view.ts';
import { readCourse } from '../../../kernel/cases/view/read-course.ts';
import { COMPLEX_SERVICE, readWholeView, wholeView } from '../../complex-services/index.ts';
import { tellLooks, toldLook } from '../../journal/index.ts';
import { caseIdInput } from '../cabinet-input.ts';
import { getWay } from '../own-store.ts';

/** A case of any kind as its owner sees it: where it is and whose day it is; a complex service part by part. */
export const myCase = defineQuery({
  name: 'cabinet.my-case',
  title: { uk: 'Моя справа', en: 'My case' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({ caseId: caseIdInput }),
  output: z.object({
    number: z.string(),
    title: z.string(),
    /** The system whose words tell the events. */
    system: z.string(),
    stateName: z.object({ uk: z.string(), en: z.string() }),
    isOpen: z.boolean(),
    dueOn: z.iso.date().nullable(),
    course: courseView,
    steps: z.array(stepView),
    whole: wholeView.nullable(),
    looks: z.array(toldLook),
  }),
  async run({ tx, actor, now, house, looked }, { caseId }) {
    await getWay(tx, actor, caseId);
    const found = await getCase(tx, caseId);
    const kind = house.kindOf(found.kind);
    looked({ kind: 'case', id: caseId });
    const [clock] = await explainTerm(tx, caseId);
    const course = await readCourse(tx, caseId, now);
    return {
      number: found.number,
      title: found.title,
      system: kind?.system ?? '',
      stateName: kind?.states[found.state] ?? { uk: found.state, en: found.state },
      isOpen: found.isOpen,
      dueOn: found.dueOn,
      // The clerk's name is the body's own matter.
      course: { ...course, events: course.events.map((event) => ({ ...event, actor: null })) },
      steps: viewSteps(clock?.steps ?? []),
      whole: found.kind === COMPLEX_SERVICE.name ? await readWholeView(tx, caseId, now) : null,
      looks: await tellLooks(tx, house, { kind: 'case', id: caseId }, accountOf(actor).accountId),
    };
  },
});
