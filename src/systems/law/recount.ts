import type { Deed } from '../../kernel/actions/define.ts';
import { forgetCalendar } from '../../kernel/calendar/load-calendar.ts';
import { recountOpenClocksLater } from '../../kernel/cases/index.ts';
import { forgetTermRules } from '../../kernel/clock/load-rules.ts';

/** Days are counted otherwise from now on: the terms of open cases follow, each telling why. */
export async function recountBecause(deed: Deed, reason: string): Promise<void> {
  await recountOpenClocksLater(deed, reason);
  forgetSoon(deed);
}

/** This process reads the changed data at once; the others within two seconds. */
export function forgetSoon(deed: Deed): void {
  deed.afterCommit(() => {
    forgetCalendar();
    forgetTermRules();
  });
}
