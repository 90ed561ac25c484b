import type pg from 'pg';

/** Words of letters, asked for together by all who wait for one. */
export class LetterWords {
  readonly #database: pg.Client;
  #asked = new Map<string, (word: string) => void>();
  #busy = false;

  constructor(database: pg.Client) {
    this.#database = database;
  }

  of(code: string): Promise<string> {
    return new Promise((resolve) => {
      this.#asked.set(code, resolve);
      if (!this.#busy) setImmediate(() => void this.#read());
    });
  }

  async #read(): Promise<void> {
    if (this.#busy || this.#asked.size === 0) return;
    this.#busy = true;
    const asked = this.#asked;
    this.#asked = new Map();
    const { rows } = await this.#database.query<{ code: string; word: string }>({
      name: 'words',
      text: 'select code, confirm_word as word from booking.bookings where code = any($1)',
      values: [[...asked.keys()]],
    });
    this.#busy = false;
    for (const { code, word } of rows) asked.get(code)?.(word);
    await this.#read();
  }
}
