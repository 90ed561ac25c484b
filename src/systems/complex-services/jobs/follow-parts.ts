import { z } from 'zod';
import { partChangedQueue } from '../../../kernel/cases/index.ts';
import { workOn } from '../../../kernel/jobs/task.ts';
import { COMPLEX_SERVICE } from '../complex-case.ts';
import { followParts } from '../follow-parts.ts';

const changed = z.object({ parentId: z.uuid() });

/** Each change of a part leaves a task in its own transaction; the whole follows here. */
export const followPartsJob = workOn({
  name: partChangedQueue(COMPLEX_SERVICE),
  work: (tx, data, now) => followParts(tx, changed.parse(data).parentId, now),
});
