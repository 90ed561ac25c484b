import { createServer, type Server, type Socket } from 'node:net';
import type { Bitmap } from '../printing/bitmap.ts';

/** How the printer behaves: `mute` takes the paper and never answers, `dies` hangs up after the picture. */
export type Mood = 'ready' | 'no-paper' | 'cover-open' | 'mute' | 'dies';

export interface FakePrinter {
  readonly port: number;
  /** Everything cut off so far, in order. */
  readonly papers: readonly Bitmap[];
  mood: Mood;
  close(): Promise<void>;
}

/** A printer of ESC/POS on a port of its own: reads the commands, keeps the paper, answers as a real one. */
export async function startFakePrinter(): Promise<FakePrinter> {
  const papers: Bitmap[] = [];
  const printer = { mood: 'ready' as Mood };
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const read = readCommands(papers, printer, socket);
    socket.on('data', read);
  });
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake printer has no port');
  return {
    port: address.port,
    papers,
    get mood() {
      return printer.mood;
    },
    set mood(mood) {
      printer.mood = mood;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

interface Band {
  readonly width: number;
  readonly rows: Uint8Array;
}

function readCommands(papers: Bitmap[], printer: { readonly mood: Mood }, socket: Socket) {
  let waiting = Buffer.alloc(0);
  let bands: Band[] = [];
  return (data: Buffer) => {
    waiting = Buffer.concat([waiting, data]);
    for (;;) {
      const command = nextCommand(waiting);
      if (command === undefined) return;
      waiting = waiting.subarray(command.length);
      if (command.kind === 'raster') bands.push({ width: command.width, rows: command.rows });
      if (command.kind === 'cut') {
        papers.push(paste(bands));
        bands = [];
        if (printer.mood === 'dies') return void socket.destroy();
      }
      if (command.kind === 'status') socket.write(Buffer.from([statusByte(command.what, printer.mood)]));
      if (command.kind === 'when-done' && printer.mood !== 'mute') socket.write(Buffer.from([0x00]));
    }
  };
}

type Command = { readonly length: number } & (
  | { readonly kind: 'reset' | 'cut' | 'when-done' }
  | { readonly kind: 'status'; readonly what: number }
  | { readonly kind: 'raster'; readonly width: number; readonly rows: Uint8Array }
);

/** The command that the bytes begin with; undefined while it is not whole. Throws for what no printer knows. */
function nextCommand(bytes: Buffer): Command | undefined {
  if (bytes.length < 2) return undefined;
  switch (bytes.readUInt16BE(0)) {
    case 0x1b40:
      return { kind: 'reset', length: 2 };
    case 0x1004:
      return bytes.length < 3 ? undefined : { kind: 'status', what: bytes.readUInt8(2), length: 3 };
    case 0x1d72:
      return bytes.length < 3 ? undefined : { kind: 'when-done', length: 3 };
    case 0x1d56:
      return bytes.length < 4 ? undefined : { kind: 'cut', length: 4 };
    case 0x1d76:
      return rasterOf(bytes);
    default:
      throw new Error(`no command of ESC/POS: ${bytes.subarray(0, 4).toString('hex')}`);
  }
}

function rasterOf(bytes: Buffer): Command | undefined {
  if (bytes.length < 8) return undefined;
  const rowBytes = bytes.readUInt16LE(4);
  const length = 8 + rowBytes * bytes.readUInt16LE(6);
  if (bytes.length < length) return undefined;
  return { kind: 'raster', width: rowBytes * 8, rows: Uint8Array.from(bytes.subarray(8, length)), length };
}

function paste(bands: readonly Band[]): Bitmap {
  const width = bands[0]?.width ?? 0;
  if (bands.some((band) => band.width !== width)) throw new Error('bands of different widths');
  const bytes = Uint8Array.from(Buffer.concat(bands.map(({ rows }) => rows)));
  return { width, height: width === 0 ? 0 : bytes.length / (width / 8), bytes };
}

/** Fixed bits of an answer to DLE EOT, and those that say what is wrong. */
function statusByte(what: number, mood: Mood): number {
  const fixed = 0x12;
  if (what === 1 && (mood === 'no-paper' || mood === 'cover-open')) return fixed | 0x08;
  if (what === 2 && mood === 'cover-open') return fixed | 0x04;
  if (what === 2 && mood === 'no-paper') return fixed | 0x20;
  return what === 4 && mood === 'no-paper' ? fixed | 0x60 : fixed;
}
