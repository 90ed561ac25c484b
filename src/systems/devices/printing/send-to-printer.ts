import { connect, type Socket } from 'node:net';
import { askStatus, encodePaper, type PrinterState, readStatus } from './escpos.ts';
import type { Bitmap } from './bitmap.ts';

export interface PrinterAddress {
  readonly host: string;
  readonly port: number;
}

/** How a paper ended. `silent`: all of it was sent and no acknowledgement came, so it may be on paper or not. */
export type Printed = 'printed' | Exclude<PrinterState, 'ready'> | 'unreachable' | 'silent';

/** Milliseconds that a printer has for an answer; printing 20 cm takes about two seconds. */
const ANSWER_MS = 3_000;
const PRINT_MS = 15_000;

/** Prints one paper: asks the printer's state, sends, waits until it says that the paper is out. */
export async function sendToPrinter(address: PrinterAddress, bitmap: Bitmap): Promise<Printed> {
  const line = await open(address);
  if (line === undefined) return 'unreachable';
  let isSent = false;
  try {
    const state = await readState(line);
    if (state !== 'ready') return state;
    isSent = true;
    await line.write(encodePaper(bitmap));
    await line.read(PRINT_MS);
    return 'printed';
  } catch {
    return isSent ? 'silent' : 'unreachable';
  } finally {
    line.close();
  }
}

/** What the printer says of itself; nothing is printed. */
export async function askPrinter(address: PrinterAddress): Promise<PrinterState | 'unreachable'> {
  const line = await open(address);
  if (line === undefined) return 'unreachable';
  try {
    return await readState(line);
  } catch {
    return 'unreachable';
  } finally {
    line.close();
  }
}

async function readState(line: Line): Promise<PrinterState> {
  const answers: number[] = [];
  for (const what of [1, 2, 4] as const) {
    await line.write(askStatus(what));
    answers.push(await line.read(ANSWER_MS));
  }
  const [printer = 0, offline = 0, paper = 0] = answers;
  return readStatus(printer, offline, paper);
}

interface Line {
  write(bytes: Uint8Array): Promise<void>;
  /** The next byte. Rejects when none comes in time or the printer hangs up. */
  read(withinMs: number): Promise<number>;
  close(): void;
}

async function open({ host, port }: PrinterAddress): Promise<Line | undefined> {
  const socket = connect({ host, port });
  try {
    await once(socket, 'connect', ANSWER_MS);
    return lineOf(socket);
  } catch {
    socket.destroy();
    return undefined;
  }
}

function lineOf(socket: Socket): Line {
  const bytes: number[] = [];
  socket.on('data', (data: Buffer) => bytes.push(...data));
  socket.on('error', () => socket.destroy());
  return {
    write: (data) =>
      new Promise((done, failed) => {
        socket.write(data, (error) => (error ? failed(error) : done()));
      }),
    async read(withinMs) {
      if (bytes.length === 0) await once(socket, 'data', withinMs);
      const next = bytes.shift();
      if (next === undefined) throw new Error('the printer said nothing');
      return next;
    },
    close: () => void socket.destroy(),
  };
}

/** Waits for an event of the socket; rejects on its end, its error, or when the time is over. */
function once(socket: Socket, event: 'connect' | 'data', withinMs: number): Promise<void> {
  return new Promise((done, failed) => {
    const end = () => finish(() => failed(new Error('the printer hung up')));
    const come = () => finish(done);
    const timer = setTimeout(end, withinMs);
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      socket.off(event, come).off('close', end).off('error', end);
      settle();
    };
    socket.once(event, come).once('close', end).once('error', end);
    if (socket.destroyed) end();
  });
}
