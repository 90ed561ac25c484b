import { loadMessages, type Messages } from '../src/kernel/i18n/messages.ts';
import { LOCALES } from '../src/kernel/i18n/translate.ts';
import { ReplayProblem } from './api.ts';

type Params = Readonly<Record<string, string | number>>;

/** The replay's words to the person at the terminal. */
export class Terminal {
  private readonly messages: Messages;

  private constructor(messages: Messages) {
    this.messages = messages;
  }

  static async open(): Promise<Terminal> {
    return new Terminal(await loadMessages([import.meta.dirname]));
  }

  /** One message in Ukrainian. */
  word(key: string, params: Params = {}): string {
    return this.messages.for('uk')(`replay:${key}`, params);
  }

  /** A sentence in Ukrainian and in English. */
  say(key: string, params: Params = {}): void {
    this.clearLine();
    for (const locale of LOCALES)
      process.stderr.write(`${this.messages.for(locale)(`replay:${key}`, params)}\n`);
  }

  /** Rewrites one line; plain lines where the output is no terminal. */
  rewrite(line: string): void {
    process.stderr.write(process.stderr.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
  }

  private clearLine(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  }
}

/** Runs a command: a problem that a person can mend is a sentence and exit code 1. */
export async function runCommand(command: (terminal: Terminal) => Promise<number>): Promise<void> {
  const terminal = await Terminal.open();
  try {
    process.exitCode = await command(terminal);
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof ReplayProblem) terminal.say(error.key, error.params);
    else throw error;
  }
}
