import type { PageRequest } from '../../kernel/page/define-page.ts';
import { readChoice } from './plan.ts';

/** Parts ticked in a form of the address: `?p1=on&p4=on`, or one choice code. */
export function chosenIn(query: PageRequest['query']): readonly number[] {
  const code = readChoice(query['choice'] ?? '');
  if (code !== undefined) return code.chosen;
  return Object.keys(query).flatMap((name) => {
    const match = /^p(\d{1,2})$/.exec(name);
    return match === null ? [] : [Number(match[1])];
  });
}

/** Has the person chosen anything yet? */
export function hasChosen(query: PageRequest['query']): boolean {
  return query['choose'] !== undefined || query['choice'] !== undefined;
}
