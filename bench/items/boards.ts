import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import type { BenchCity } from '../bench-city.ts';
import type { Finding } from '../finding.ts';
import { percentile } from '../load.ts';

const BOARDS = 500;
const CALLS = 40;

/** From the press of the button to the number on every one of five hundred connected boards. */
export async function measureBoards(city: BenchCity): Promise<readonly Finding[]> {
  const windows = await city.sql<{ id: string; number: number }>(
    'select id, number from queue.windows where number <= 40 order by number',
  );
  for (const { id, number } of windows) {
    await post(city, 'queue.open-window', { windowId: id }, number);
    await post(city, 'queue.take-ticket', { hall: 'main', sector: 'registration' });
    await post(city, 'queue.take-ticket', { hall: 'main', sector: 'social' });
    await post(city, 'queue.take-ticket', { hall: 'main', sector: 'administrative' });
  }
  const boards = Array.from({ length: BOARDS }, () => new Board(city.server.url));
  await Promise.all(boards.map((board) => board.opened));
  const delays: number[] = [];
  for (let call = 0; call < CALLS; call++) {
    await delay(100);
    delays.push(...(await callOnBoards(city, boards, (call % windows.length) + 1)));
  }
  for (const board of boards) board.close();
  return [
    {
      item: `a called number on ${BOARDS} boards, p99`,
      figure: percentile(
        delays.toSorted((a, b) => a - b),
        0.99,
      ),
      unit: 'ms',
      wanted: { most: 300 },
    },
  ];
}

async function callOnBoards(
  city: BenchCity,
  boards: readonly Board[],
  clerk: number,
): Promise<readonly number[]> {
  for (const board of boards) board.forget();
  const pressed = performance.now();
  const { ticket } = (await post(city, 'queue.call-next', {}, clerk)) as {
    ticket: { number: string } | null;
  };
  if (ticket === null) throw new Error('nobody waits for the window');
  const shown = await Promise.all(boards.map((board) => board.shows(`"number":"${ticket.number}"`)));
  return shown.map((at) => at - pressed);
}

async function post(city: BenchCity, action: string, input: object, clerk?: number): Promise<unknown> {
  const login = `administrator-${String(clerk).padStart(2, '0')}`;
  const answer = await fetch(`${city.server.url}/api/actions/${action}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': uuid(),
      ...(clerk === undefined ? {} : { authorization: `Bearer demo-${login}` }),
    },
    body: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`${action}: ${await answer.text()}`);
  return answer.json();
}

/** One television: keeps what came since the last call and when. */
class Board {
  readonly opened: Promise<void>;
  readonly #socket;
  #text = '';
  #arrivedAt = 0;
  #onText: () => void = () => undefined;

  constructor(server: string) {
    this.#socket = connect(Number(new URL(server).port), '127.0.0.1');
    this.#socket.write(
      'GET /live/hall/main HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/event-stream\r\n\r\n',
    );
    this.#socket.on('data', (chunk) => {
      this.#arrivedAt = performance.now();
      this.#text += chunk.toString('utf8');
      this.#onText();
    });
    this.opened = this.shows('data: ').then(() => undefined);
  }

  forget(): void {
    this.#text = '';
  }

  /** The moment at which the words arrived. */
  shows(words: string): Promise<number> {
    return new Promise((resolve) => {
      this.#onText = () => {
        if (!this.#text.includes(words)) return;
        this.#onText = () => undefined;
        resolve(this.#arrivedAt);
      };
      this.#onText();
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}
