import { connect } from 'node:net';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

/**
 * A process of its own that loads the server over plain sockets, one request at a time on each
 * connection, as cheaply as Node can: it shares two cores with what it measures.
 */
const driverSpec = z.object({
  port: z.int(),
  connections: z.int(),
  seconds: z.number(),
  /** Stops after so many requests, whatever the time. */
  most: z.int().optional(),
  method: z.enum(['GET', 'POST']),
  /** `{n}` becomes a number of eight digits, unlike any other of the bench; `{line}` the connection's, of two. */
  paths: z.array(z.string()).min(1),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  firstNumber: z.int(),
  /** Each connection waits about so long after an answer, as people do; 0 = not at all. */
  pauseMs: z.number().default(0),
});
export type DriverSpec = z.input<typeof driverSpec>;

export interface Driven {
  readonly done: number;
  readonly failed: number;
  readonly seconds: number;
  /** Milliseconds, sorted. */
  readonly latencies: readonly number[];
}

class Line {
  readonly #write: (turn: number) => Buffer | undefined;
  readonly #finished: (ms: number, ok: boolean) => void;
  readonly #pauseMs: number;
  readonly #socket;
  #chunks: Buffer[] = [];
  #missing = -1;
  #ok = false;
  #sentAt = 0;
  #turn = 0;

  constructor(
    port: number,
    write: (turn: number) => Buffer | undefined,
    finished: (ms: number, ok: boolean) => void,
    pauseMs: number,
  ) {
    this.#pauseMs = pauseMs;
    this.#write = write;
    this.#finished = finished;
    this.#socket = connect(port, '127.0.0.1').setNoDelay();
    this.#socket.on('data', (chunk) => this.#read(chunk));
  }

  get ended(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.on('close', () => resolve());
      this.#socket.on('error', reject);
    });
  }

  send(): void {
    const request = this.#write(this.#turn++);
    if (request === undefined) {
      this.#socket.end();
      return;
    }
    this.#missing = -1;
    this.#chunks = [];
    this.#sentAt = performance.now();
    this.#socket.write(request);
  }

  #read(chunk: Buffer): void {
    if (this.#missing < 0) this.#readHead(chunk);
    else this.#missing -= chunk.length;
    if (this.#missing !== 0) return;
    this.#finished(performance.now() - this.#sentAt, this.#ok);
    this.sendLater();
  }

  /** Anywhere between at once and twice the pause, so that the connections do not march in step. */
  sendLater(): void {
    if (this.#pauseMs === 0) this.send();
    else setTimeout(() => this.send(), Math.random() * 2 * this.#pauseMs);
  }

  #readHead(chunk: Buffer): void {
    this.#chunks.push(chunk);
    const whole = Buffer.concat(this.#chunks);
    const end = whole.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = whole.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) throw new Error(`an answer without its length:\n${head}`);
    this.#ok = head.startsWith('HTTP/1.1 200');
    this.#missing = Number(length) - (whole.length - end - 4);
  }
}

async function drive(spec: z.output<typeof driverSpec>): Promise<Driven> {
  const latencies: number[] = [];
  let failed = 0;
  let number = spec.firstNumber;
  const begun = performance.now();
  const until = begun + spec.seconds * 1000;
  const last = spec.firstNumber + (spec.most ?? Number.MAX_SAFE_INTEGER - spec.firstNumber);
  const lines = Array.from({ length: spec.connections }, (_, index) => {
    const write = (turn: number) =>
      performance.now() > until || number >= last ? undefined : requestOf(spec, index, turn, number++);
    const finished = (ms: number, ok: boolean) => {
      latencies.push(ms);
      if (!ok) failed++;
    };
    return new Line(spec.port, write, finished, spec.pauseMs);
  });
  const ended = Promise.all(lines.map((line) => line.ended));
  for (const line of lines) line.sendLater();
  await ended;
  const seconds = (performance.now() - begun) / 1000;
  return { done: latencies.length - failed, failed, seconds, latencies: latencies.toSorted((a, b) => a - b) };
}

function requestOf(spec: z.output<typeof driverSpec>, index: number, turn: number, number: number): Buffer {
  const fill = (text: string) =>
    text
      .replaceAll('{n}', String(number).padStart(8, '0'))
      .replaceAll('{line}', String(index + 1).padStart(2, '0'));
  const path = fill(spec.paths[(turn + index) % spec.paths.length] ?? '/');
  const body = fill(spec.body ?? '');
  const headers = Object.entries(spec.headers).map(([name, value]) => `${name}: ${fill(value)}\r\n`);
  const length = spec.method === 'POST' ? `content-length: ${Buffer.byteLength(body)}\r\n` : '';
  return Buffer.from(
    `${spec.method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers.join('')}${length}\r\n${body}`,
  );
}

if (process.argv[1] === import.meta.filename) {
  const spec = driverSpec.parse(await json(process.stdin));
  process.stdout.write(JSON.stringify(await drive(spec)));
}
