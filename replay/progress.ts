import { formatNumber } from '../src/kernel/i18n/format-number.ts';
import type { Terminal } from './terminal.ts';

const WIDTH = 30;
const ON_TERMINAL_MS = 250;
const IN_LOG_MS = 10_000;

/** The bar in the terminal: share, deeds, deeds a second, time left. */
export class Progress {
  private readonly terminal: Terminal;
  private readonly started = performance.now();
  private readonly before: number;
  private done = 0;
  private shown = 0;
  private date: string;

  /** `before`: the share of the year that an earlier run has brought. */
  constructor(terminal: Terminal, before: number, date: string) {
    this.terminal = terminal;
    this.before = before;
    this.date = date;
  }

  add(deeds: number, share: number): void {
    this.done += deeds;
    const now = performance.now();
    if (now - this.shown < (process.stderr.isTTY ? ON_TERMINAL_MS : IN_LOG_MS)) return;
    this.shown = now;
    this.terminal.rewrite(this.terminal.word('progress', this.tell(Math.min(1, share))));
  }

  reached(date: string): void {
    this.date = date;
  }

  summary(): {
    readonly done: string;
    readonly minutes: number;
    readonly seconds: number;
    readonly perSecond: string;
  } {
    const seconds = Math.round(this.seconds());
    return {
      done: formatNumber(this.done, 'uk'),
      minutes: Math.floor(seconds / 60),
      seconds: seconds % 60,
      perSecond: formatNumber(this.perSecond(), 'uk'),
    };
  }

  private tell(share: number) {
    const full = Math.round(share * WIDTH);
    const left = share > this.before ? (this.seconds() * (1 - share)) / (share - this.before) : 0;
    return {
      bar: '█'.repeat(full) + '░'.repeat(WIDTH - full),
      percent: Math.floor(share * 100),
      done: formatNumber(this.done, 'uk'),
      perSecond: formatNumber(this.perSecond(), 'uk'),
      left: `${Math.floor(left / 60)}:${String(Math.floor(left % 60)).padStart(2, '0')}`,
      date: this.date,
    };
  }

  private seconds(): number {
    return (performance.now() - this.started) / 1_000;
  }

  private perSecond(): number {
    return Math.round(this.done / Math.max(0.001, this.seconds()));
  }
}
