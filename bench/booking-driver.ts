import pg from 'pg';
import { z } from 'zod';
import { LetterWords } from './letter-words.ts';
import { type Answer, PostLine } from './post-line.ts';

/**
 * A process of its own in which people book: each holds a time, reads the word of the letter (here from the
 * database, many words in one question) and confirms. It loads several server processes at once.
 */
const driverSpec = z.object({
  ports: z.array(z.int()).min(1).readonly(),
  bookers: z.int(),
  seconds: z.number(),
  database: z.string(),
  services: z.array(z.string()).min(1).readonly(),
  /** The times that all of them want. */
  times: z.array(z.string()).min(1).readonly(),
  run: z.string(),
});
export type BookingSpec = z.output<typeof driverSpec>;

export interface Booked {
  readonly confirmed: number;
  /** By status: 409 is a time that was taken. */
  readonly refused: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Milliseconds of the requests, sorted. */
  readonly holds: readonly number[];
  readonly confirms: readonly number[];
}

class Crowd {
  readonly #spec: BookingSpec;
  readonly #words: LetterWords;
  readonly refused = new Map<string, number>();
  readonly holds: number[] = [];
  readonly confirms: number[] = [];
  confirmed = 0;

  constructor(spec: BookingSpec, words: LetterWords) {
    this.#spec = spec;
    this.#words = words;
  }

  async book(line: PostLine, booker: number, turn: number): Promise<void> {
    const { run, times, services } = this.#spec;
    const key = `${run}-${booker}-${turn}`;
    const who = `x-forwarded-for: 10.${booker}.${turn >> 8}.${turn & 255}`;
    const startsAt = times[(booker * 7 + turn * 3) % times.length];
    const wish = { services, startsAt, email: `${key}@example.org`, name: 'Тарас' };
    const held = await this.#timed(this.holds, line.post('booking.hold-visit', `${key}-h`, who, wish));
    if (held.status !== 200) return;
    const { code } = z.object({ code: z.string() }).parse(JSON.parse(held.body));
    const word = await this.#words.of(code);
    const confirming = line.post('booking.confirm-visit', `${key}-c`, who, { code, word });
    const done = await this.#timed(this.confirms, confirming);
    if (done.status === 200) this.confirmed += 1;
  }

  async #timed(into: number[], work: Promise<Answer>): Promise<Answer> {
    const from = performance.now();
    const answer = await work;
    into.push(performance.now() - from);
    const status = String(answer.status);
    if (answer.status !== 200) this.refused.set(status, (this.refused.get(status) ?? 0) + 1);
    return answer;
  }
}

async function drive(spec: BookingSpec): Promise<Booked> {
  const database = new pg.Client({ connectionString: spec.database });
  await database.connect();
  const crowd = new Crowd(spec, new LetterWords(database));
  const begun = performance.now();
  const until = begun + spec.seconds * 1000;
  await Promise.all(
    Array.from({ length: spec.bookers }, async (_, booker) => {
      const line = new PostLine(spec.ports[booker % spec.ports.length] ?? 0);
      for (let turn = 0; performance.now() < until; turn += 1) await crowd.book(line, booker, turn);
      line.end();
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  await database.end();
  const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);
  return {
    confirmed: crowd.confirmed,
    refused: Object.fromEntries(crowd.refused),
    seconds,
    holds: sorted(crowd.holds),
    confirms: sorted(crowd.confirms),
  };
}

if (process.argv[1] === import.meta.filename) {
  const spec = driverSpec.parse(JSON.parse(process.argv[2] ?? '{}'));
  process.stdout.write(JSON.stringify(await drive(spec)));
}
