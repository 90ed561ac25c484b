import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { extract as extractTar, type Pack, pack as packTar } from 'tar-stream';
import { reasonOf, StartProblem } from '../start-problem.ts';

type Sink = ReturnType<Pack['entry']>;

/** A tar in zstd, or in gzip where the name ends with .gz or .tgz. Memory stays constant. */
export interface ArchiveWriter {
  /** Adds what the file holds now: exactly `size` bytes, though it may grow or shrink under us. */
  addFile(name: string, path: string): Promise<void>;
  addText(name: string, text: string): Promise<void>;
  addFolder(name: string): Promise<void>;
}

const CHUNK = 256 * 1024;

/** Writes an archive aside and gives it its name when it is whole and on the disk. */
export async function writeArchive(
  file: string,
  fill: (archive: ArchiveWriter) => Promise<void>,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<void> {
  const part = `${file}.part`;
  const pack = packTar();
  const compress = /\.t?gz$/.test(file) ? createGzip() : createZstdCompress();
  try {
    const written = pipeline(pack, compress, createWriteStream(part, { mode: 0o600, flush: true }));
    await Promise.race([written, fill(makeWriter(pack, onBytes)).then(() => pack.finalize())]);
    await written;
    await rename(part, file);
  } catch (error) {
    pack.destroy();
    await rm(part, { force: true });
    throw error;
  }
}

function makeWriter(pack: Pack, onBytes: (bytes: number) => void): ArchiveWriter {
  const end = (entry: Sink): Promise<void> =>
    new Promise((resolve, reject) => {
      entry.once('finish', () => resolve());
      entry.once('error', reject);
      entry.end(undefined);
    });
  return {
    addFolder: (name) => end(pack.entry({ name: `${name}/`, type: 'directory', mode: 0o700 })),
    addText: async (name, text) => {
      const bytes = Buffer.from(text);
      const entry = pack.entry({ name, size: bytes.length, mode: 0o600 });
      entry.write(bytes);
      await end(entry);
    },
    addFile: async (name, path) => {
      const handle = await open(path, 'r');
      try {
        const { size } = await handle.stat();
        const entry = pack.entry({ name, size, mode: 0o600 });
        await copyExactly(handle, entry, size, onBytes);
        await end(entry);
      } finally {
        await handle.close();
      }
    },
  };
}

/** PostgreSQL's WAL mends pages that changed meanwhile; a file cut shorter is filled up with zeros. */
async function copyExactly(
  handle: FileHandle,
  entry: Sink,
  size: number,
  onBytes: (bytes: number) => void,
): Promise<void> {
  for (let position = 0; position < size; ) {
    const chunk = Buffer.alloc(Math.min(CHUNK, size - position));
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, position);
    const bytes = bytesRead === 0 ? chunk : chunk.subarray(0, bytesRead);
    if (!entry.write(bytes)) {
      await new Promise<void>((resolve) => {
        entry.once('drain', () => resolve());
      });
    }
    position += bytes.length;
    onBytes(bytes.length);
  }
}

export interface ArchiveEntry {
  readonly name: string;
  readonly folder: boolean;
  readonly size: number;
  readonly content: Readable;
}

/** Reads an archive entry by entry; a file that is no archive, or is cut short, is refused. */
export async function readArchive(file: string, take: (entry: ArchiveEntry) => Promise<void>): Promise<void> {
  const decompress = (await isGzip(file)) ? createGunzip() : createZstdDecompress();
  const extract = extractTar();
  const read = pipeline(createReadStream(file), decompress, extract);
  // Its failure is told below, at the latest when the entries end.
  read.catch(() => undefined);
  try {
    for await (const entry of extract) {
      const { name, type, size } = entry.header;
      await take({ name, folder: type === 'directory', size: size ?? 0, content: Readable.from(entry) });
      entry.resume();
    }
    await read;
  } catch (error) {
    throw error instanceof StartProblem
      ? error
      : new StartProblem('notABackup', { file, reason: reasonOf(error) }, error);
  }
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new StartProblem('notABackup', { file, reason: reasonOf(error) }, error);
  });
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
