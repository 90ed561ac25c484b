import type { FiledPart } from './complex-store.ts';
import { isTerminal } from './progress.ts';

/** A part with the date it is at: its clock's last day, or the day it ended. */
export function datedPart<
  P extends Pick<FiledPart, 'no' | 'dependsOn' | 'state' | 'endedOn' | 'filed' | 'term'>,
>(part: P): P & { readonly on: string | null } {
  return { ...part, on: isTerminal(part.state) ? part.endedOn : (part.filed?.dueOn ?? null) };
}
