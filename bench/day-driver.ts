import pg from 'pg';
import { z } from 'zod';
import { LetterWords } from './letter-words.ts';
import { type Answer, PostLine } from './post-line.ts';

/**
 * A process of its own that lives a day of large centres as fast as it is let: at each window a visitor takes
 * a ticket, is called, served and let go; among them people book visits and confirm them.
 */
const daySpec = z.object({
  ports: z.array(z.int()).min(1).readonly(),
  windows: z.int(),
  bookers: z.int(),
  /** Deeds altogether; it stops after the turn that reaches them. */
  writes: z.int(),
  database: z.string(),
  services: z.array(z.string()).min(1).readonly(),
  times: z.array(z.string()).min(1).readonly(),
  run: z.string(),
});
export type DaySpec = z.output<typeof daySpec>;

export interface LivedDay {
  readonly writes: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly latencies: readonly number[];
}

const called = z.object({ ticket: z.object({ id: z.string() }).nullable() });
const SECTORS = ['registration', 'social', 'administrative'];

class Day {
  readonly #spec: DaySpec;
  readonly #words: LetterWords;
  readonly refused = new Map<string, number>();
  readonly latencies: number[] = [];
  writes = 0;

  constructor(spec: DaySpec, words: LetterWords) {
    this.#spec = spec;
    this.#words = words;
  }

  get isOver(): boolean {
    return this.writes >= this.#spec.writes;
  }

  /** The answer's body; undefined where the deed was refused. */
  async #write(answering: Promise<Answer>, name: string): Promise<unknown> {
    const from = performance.now();
    const { status, body } = await answering;
    this.latencies.push(performance.now() - from);
    if (status === 200) {
      this.writes += 1;
      return JSON.parse(body);
    }
    const key = `${name} ${status}`;
    this.refused.set(key, (this.refused.get(key) ?? 0) + 1);
    return undefined;
  }

  async serve(line: PostLine, window: number, turn: number): Promise<void> {
    const clerk = `authorization: Bearer demo-administrator-${String(window + 1).padStart(2, '0')}`;
    const key = `${this.#spec.run}-w${window}-${turn}`;
    const write = (name: string, who: string, input: object) =>
      this.#write(line.post(`queue.${name}`, `${key}-${name}`, who, input), name);
    const sector = SECTORS[window % SECTORS.length];
    await write('take-ticket', `x-forwarded-for: 10.200.${turn >> 8}.${turn & 255}`, {
      hall: 'main',
      sector,
    });
    const answer = called.safeParse(await write('call-next', clerk, {}));
    const ticketId = answer.data?.ticket?.id;
    if (ticketId === undefined) return;
    await write('begin-service', clerk, { ticketId });
    await write('finish-service', clerk, { ticketId });
  }

  async book(line: PostLine, booker: number, turn: number): Promise<void> {
    const { run, times, services } = this.#spec;
    const key = `${run}-b${booker}-${turn}`;
    const who = `x-forwarded-for: 10.${booker}.${turn >> 8}.${turn & 255}`;
    const startsAt = times[(booker * 7 + turn * 3) % times.length];
    const wish = { services, startsAt, email: `${key}@example.org` };
    const held = await this.#write(line.post('booking.hold-visit', `${key}-h`, who, wish), 'hold-visit');
    const { code } = z.object({ code: z.string().optional() }).parse(held ?? {});
    if (code === undefined) return;
    const word = await this.#words.of(code);
    await this.#write(line.post('booking.confirm-visit', `${key}-c`, who, { code, word }), 'confirm-visit');
  }
}

async function live(spec: DaySpec): Promise<LivedDay> {
  const database = new pg.Client({ connectionString: spec.database });
  await database.connect();
  const day = new Day(spec, new LetterWords(database));
  const begun = performance.now();
  const each = (count: number, work: (line: PostLine, index: number, turn: number) => Promise<void>) =>
    Array.from({ length: count }, async (_, index) => {
      const line = new PostLine(spec.ports[index % spec.ports.length] ?? 0);
      for (let turn = 0; !day.isOver; turn += 1) await work(line, index, turn);
      line.end();
    });
  await Promise.all([
    ...each(spec.windows, (line, index, turn) => day.serve(line, index, turn)),
    ...each(spec.bookers, (line, index, turn) => day.book(line, index, turn)),
  ]);
  const seconds = (performance.now() - begun) / 1000;
  await database.end();
  return {
    writes: day.writes,
    refused: Object.fromEntries(day.refused),
    seconds,
    latencies: day.latencies.toSorted((a, b) => a - b),
  };
}

if (process.argv[1] === import.meta.filename) {
  const spec = daySpec.parse(JSON.parse(process.argv[2] ?? '{}'));
  process.stdout.write(JSON.stringify(await live(spec)));
}
