import type { Bitmap } from './bitmap.ts';

/**
 * The few commands of ESC/POS that a raster ticket needs (Epson's reference; every printer of the
 * field speaks them). Text commands are not among them: code pages lose І ї Ґ.
 */
const ESC = 0x1b;
const GS = 0x1d;
const DLE = 0x10;
const EOT = 0x04;

/** ESC @: forgets what another program left behind. */
const RESET = [ESC, 0x40];
/** GS V 66 0: feeds to the knife and cuts. */
const CUT = [GS, 0x56, 0x42, 0x00];
/** GS r 1: the paper sensor, answered when all before it is on paper. It is our acknowledgement. */
const ASK_WHEN_DONE = [GS, 0x72, 0x01];

/** Rows in one GS v 0: small printers have a buffer of a few kilobytes. */
const BAND_ROWS = 96;

/** DLE EOT n: answered at once, also by a printer that is offline. 1 = printer, 2 = why offline, 4 = paper. */
export function askStatus(what: 1 | 2 | 4): Uint8Array {
  return Uint8Array.from([DLE, EOT, what]);
}

/** The whole paper: picture, cut, and the question that is answered when it lies there. */
export function encodePaper(bitmap: Bitmap): Uint8Array {
  const rowBytes = Math.ceil(bitmap.width / 8);
  const parts: Uint8Array[] = [Uint8Array.from(RESET)];
  for (let row = 0; row < bitmap.height; row += BAND_ROWS) {
    const rows = Math.min(BAND_ROWS, bitmap.height - row);
    const size = [rowBytes & 0xff, rowBytes >> 8, rows & 0xff, rows >> 8];
    parts.push(Uint8Array.from([GS, 0x76, 0x30, 0x00, ...size]));
    parts.push(bitmap.bytes.subarray(row * rowBytes, (row + rows) * rowBytes));
  }
  parts.push(Uint8Array.from([...CUT, ...ASK_WHEN_DONE]));
  return Buffer.concat(parts);
}

export type PrinterState = 'ready' | 'no-paper' | 'cover-open' | 'offline';

/** What the three answers to `askStatus` (1, 2, 4) mean together. */
export function readStatus(printer: number, offline: number, paper: number): PrinterState {
  if ((paper & 0x60) !== 0) return 'no-paper';
  if ((offline & 0x04) !== 0) return 'cover-open';
  if ((offline & 0x20) !== 0) return 'no-paper';
  return (printer & 0x08) === 0 ? 'ready' : 'offline';
}
