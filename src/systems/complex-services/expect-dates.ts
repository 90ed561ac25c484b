import { kyivInstant } from '../../kernel/calendar/kyiv-time.ts';
import { startTerm } from '../../kernel/cases/term-law.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import type { ServiceTerm } from './plan-terms.ts';
import { type DatedPart, type Expectation, promiseOf } from './progress.ts';

type Termed = DatedPart & { readonly term: ServiceTerm };

/**
 * When each part and the whole are expected, by the kernel's clock. Parts that may start today and are
 * not filed yet (a choice that is only looked at) begin on `from`.
 */
export async function expectDates(
  tx: Transaction,
  parts: readonly Termed[],
  from: string,
): Promise<Expectation> {
  const known = new Map<string, string | null>();
  const keyOf = ({ term }: Termed, start: string) => `${term.value} ${term.unit} ${start}`;
  // The pure rule asks for dates one by one; what it lacks is counted and the rule asked again. Each
  // turn fills one step of the longest chain.
  for (let turn = 0; turn <= parts.length; turn += 1) {
    const missing = new Map<string, { readonly part: Termed; readonly start: string }>();
    const expectation = promiseOf(
      parts,
      (part, start) => {
        const key = keyOf(part, start);
        const date = known.get(key);
        if (date === undefined) missing.set(key, { part, start });
        return date ?? null;
      },
      from,
    );
    if (missing.size === 0) return expectation;
    for (const [key, { part, start }] of missing) known.set(key, await dueFrom(tx, part, start));
  }
  throw new RangeError('parts that wait for each other in a ring are never expected');
}

async function dueFrom(tx: Transaction, { no, term }: Termed, start: string): Promise<string | null> {
  const rule = { code: `part-${no}`, ...term };
  // A part that starts on a later day starts within it: its first hours are not yet known.
  const clock = await startTerm(tx, 'main', rule, {
    startedOn: start,
    startedAt: kyivInstant(start, '12:00'),
  });
  return clock.dueOn;
}
