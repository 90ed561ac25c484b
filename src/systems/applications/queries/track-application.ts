import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { explainTerm, findTrackedCase } from '../../../kernel/cases/index.ts';
import { APPLICATION } from '../application.ts';
import { stepView } from '../application-input.ts';
import { readCourse } from '../case-course.ts';
import { type Course, courseView, viewSteps } from '../course-view.ts';
import { readPauses } from '../pause-store.ts';

export const trackApplication = defineQuery({
  name: 'applications.track-application',
  title: { uk: 'Де моя заява', en: 'Where is my application' },
  input: z.object({
    number: z.string().trim().min(1, 'applications:input.numberMissing').max(60),
    code: personal(z.string().trim().min(1, 'applications:input.codeMissing').max(60)),
  }),
  output: z.object({
    number: z.string(),
    service: z.string(),
    state: z.string(),
    isOpen: z.boolean(),
    body: z.string().nullable(),
    registeredAt: z.date(),
    dueOn: z.iso.date().nullable(),
    steps: z.array(stepView),
    course: courseView,
    /** What to mend, while it is left without motion. */
    toMend: z.object({ reason: z.string(), cureBy: z.iso.date() }).nullable(),
  }),
  may: ['resident'],
  async run({ tx, now }, { number, code }) {
    const found = await findTrackedCase(tx, number, code);
    // One sentence for a wrong number and a wrong code: nobody learns which numbers there are.
    if (found === null || found.kind !== APPLICATION.name) throw notFound('applications:refusals.notTracked');
    const [clock] = await explainTerm(tx, found.id);
    const pauses = found.state === 'without-motion' ? await readPauses(tx, found.id) : [];
    const pause = pauses.at(-1);
    return {
      number: found.number,
      service: found.title,
      state: found.state,
      isOpen: found.isOpen,
      body: found.unitName,
      registeredAt: found.registeredAt,
      dueOn: found.dueOn,
      steps: viewSteps(clock?.steps ?? []),
      course: withoutStaff(await readCourse(tx, found.id, now)),
      toMend: pause === undefined ? null : { reason: pause.reason, cureBy: pause.cureBy },
    };
  },
});

/** The resident learns which body holds the case; the clerk's name is the body's own matter. */
function withoutStaff(course: Course): Course {
  return { ...course, events: course.events.map((event) => ({ ...event, actor: null })) };
}
