import { z } from 'zod';
import type { CaseLine } from '../../kernel/cases/index.ts';

/** An application in a list; the applicant's code is masked. */
export const lineView = z.object({
  id: z.uuid(),
  number: z.string(),
  service: z.string(),
  serviceCode: z.string().nullable(),
  state: z.string(),
  isOpen: z.boolean(),
  registeredAt: z.date(),
  dueOn: z.iso.date().nullable(),
  paused: z.boolean(),
  body: z.string().nullable(),
  executorId: z.uuid().nullable(),
  executor: z.string().nullable(),
  applicant: z.string().nullable(),
  applicantCode: z.string().nullable(),
});
export type ApplicationLine = z.output<typeof lineView>;

export function viewLine(line: CaseLine): ApplicationLine {
  return {
    id: line.id,
    number: line.number,
    service: line.title,
    serviceCode: line.definitionCode,
    state: line.state,
    isOpen: line.isOpen,
    registeredAt: line.registeredAt,
    dueOn: line.dueOn,
    paused: line.clockState === 'paused',
    body: line.unitName,
    executorId: line.executorId,
    executor: line.executorName,
    applicant: line.applicantName,
    applicantCode: line.applicantCode,
  };
}
