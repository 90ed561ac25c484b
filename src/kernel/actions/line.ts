/** People at so many windows: who comes when all are taken waits, first come, first served. */
export class Line {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(windows: number) {
    this.#free = windows;
  }

  async serve<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((called) => void this.#waiting.push(called));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
