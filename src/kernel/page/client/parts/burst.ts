/** A key as a reader of barcodes presses it: fast, by its place on a Latin keyboard whatever layout is on. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly shift: boolean;
  readonly at: number;
}

/** A person types slower than this between two keys, a reader faster. */
const GAP_MS = 45;
const LEAST = 6;

const SIGNS: Readonly<Record<string, readonly [string, string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Slash: ['/', '?'],
  Period: ['.', '>'],
  Comma: [',', '<'],
  Semicolon: [';', ':'],
  Digit1: ['1', '!'],
  Digit2: ['2', '@'],
  Digit5: ['5', '%'],
  Digit7: ['7', '&'],
  Digit3: ['3', '#'],
};

/** The sign meant: a Ukrainian layout makes Cyrillic of a code, and another sign of a slash. */
export function signOf({ key, code, shift }: Pick<Press, 'key' | 'code' | 'shift'>): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift || key === key.toUpperCase() ? letter : letter.toLowerCase();
  const sign = SIGNS[code]?.[shift ? 1 : 0];
  return sign ?? (key.length === 1 ? key : '');
}

/** Gathers presses; at Enter tells what a reader read, or null for what a person typed. */
export class Burst {
  #presses: Press[] = [];

  /** True while the keys come as from a reader. */
  add(press: Press): boolean {
    const last = this.#presses.at(-1);
    if (last !== undefined && press.at - last.at > GAP_MS) this.#presses = [];
    this.#presses.push(press);
    return this.#presses.length > 2;
  }

  enter(at: number): string | null {
    const presses = this.#presses;
    this.#presses = [];
    const last = presses.at(-1);
    if (last === undefined || at - last.at > GAP_MS || presses.length < LEAST) return null;
    return presses.map(signOf).join('');
  }
}
