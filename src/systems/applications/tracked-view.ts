import { z } from 'zod';
import { explainTerm, type TrackedCase } from '../../kernel/cases/index.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { readCourse } from '../../kernel/cases/view/read-course.ts';
import { type Course, courseView, stepView, viewSteps } from '../../kernel/cases/view/course-view.ts';
import { readPauses } from './pause-store.ts';

/** An application as its applicant sees it: by number and code, and in the cabinet. */
export const trackedView = z.object({
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
});
export type TrackedView = z.output<typeof trackedView>;

export async function viewTracked(tx: Transaction, found: TrackedCase, now: Date): Promise<TrackedView> {
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
}

/** The resident learns which body holds the case; the clerk's name is the body's own matter. */
function withoutStaff(course: Course): Course {
  return { ...course, events: course.events.map((event) => ({ ...event, actor: null })) };
}
