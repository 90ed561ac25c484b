import type { Title } from '../actions/define.ts';

/** What a system declares of its cases; the kernel then gives them number, clock, timeline and holder. */
export interface CaseKind {
  readonly name: string;
  readonly system: string;
  readonly title: Title;
  /** All states, with what a resident reads. */
  readonly states: Readonly<Record<string, Title>>;
  /** States in which the case is open work. */
  readonly open: readonly string[];
  /** From which state to which; every other change is refused. */
  readonly transitions: Readonly<Record<string, readonly string[]>>;
  /** Page of the staff's desk that shows a case: `/desk/applications/:id`. */
  readonly staffPath: string;
  /** Page that shows a resident a case by `?number=…&code=…`, where it is not `/track`. */
  readonly trackPath?: string;
}
