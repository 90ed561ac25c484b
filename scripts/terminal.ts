import en from '../src/kernel/database/messages/en.json' with { type: 'json' };
import uk from '../src/kernel/database/messages/uk.json' with { type: 'json' };
import { fill, reasonOf, StartProblem } from '../src/kernel/database/start-problem.ts';

type Words = keyof typeof uk.backup;

/** Says a sentence in Ukrainian and in English. */
export function say(words: Words, params: Readonly<Record<string, string | number>> = {}): void {
  process.stderr.write(`${fill(uk.backup[words], params)}\n${fill(en.backup[words], params)}\n`);
}

/** Rewrites one line of the terminal; silent where there is none (cron). */
export function showProgress(words: Words, params: Readonly<Record<string, string | number>>): void {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r${fill(uk.backup[words], params)}\u001b[K`);
  }
}

export function endProgress(): void {
  if (process.stderr.isTTY) {
    process.stderr.write('\r\u001b[K');
  }
}

/** Runs a command to its end: a problem that a person can mend is a sentence and exit code 1, never a stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    endProgress();
    const sentence =
      error instanceof StartProblem || !(error instanceof Error) ? reasonOf(error) : error.stack;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  }
}
