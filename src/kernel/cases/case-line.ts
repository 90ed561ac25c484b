import { type RawBuilder, sql } from 'kysely';
import { maskCode } from './applicant-code.ts';
import type { ClockState, HolderKind } from './case-event.ts';

/** A case as lists show it. The applicant's code is masked. */
export interface CaseLine {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly outcome: string | null;
  readonly definitionCode: string | null;
  readonly registeredAt: Date;
  readonly closedAt: Date | null;
  /** `null`: no term, or the clock stands. */
  readonly dueOn: string | null;
  readonly internalDueOn: string | null;
  readonly clockState: ClockState;
  readonly holderKind: HolderKind;
  readonly holderUnitId: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly executorId: string | null;
  readonly executorName: string | null;
  readonly applicantName: string | null;
  readonly applicantCode: string | null;
}

/** Columns of `kernel.cases c` that a line is made of. */
export const LINE_COLUMNS: RawBuilder<unknown> = sql`
  c.id, c.kind, c.number, c.title, c.state, c.is_open as "isOpen", c.outcome,
  c.definition_code as "definitionCode", c.registered_at as "registeredAt",
  c.closed_at as "closedAt", c.due_on as "dueOn", c.internal_due_on as "internalDueOn",
  c.clock_state as "clockState", c.holder_kind as "holderKind",
  c.holder_unit_id as "holderUnitId", c.unit_id as "unitId", unit.short_name as "unitName",
  c.executor_id as "executorId", executor.name as "executorName",
  applicant.name as "applicantName", applicant.code as "applicantCode"`;

/** What the columns need beside the case: three look-ups by primary key a line. */
export const LINE_JOINS: RawBuilder<unknown> = sql`
  left join kernel.units unit on unit.id = c.unit_id
  left join kernel.staff executor on executor.id = c.executor_id
  left join kernel.applicants applicant on applicant.id = c.applicant_id`;

export function maskLine<Line extends Pick<CaseLine, 'applicantCode'>>(line: Line): Line {
  return line.applicantCode === null ? line : { ...line, applicantCode: maskCode(line.applicantCode) };
}
