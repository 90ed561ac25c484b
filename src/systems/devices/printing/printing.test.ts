import fc from 'fast-check';
import jsQR from 'jsqr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakePrinter, startFakePrinter } from '../testing/fake-printer.ts';
import { type Bitmap, drawBitmap } from './bitmap.ts';
import { encodePaper } from './escpos.ts';
import { rollSvg } from './roll-svg.ts';
import { rollSchema } from './roll.ts';
import { askPrinter, sendToPrinter } from './send-to-printer.ts';
import { widthOf, wrapText } from './roll-font.ts';

// The package is CommonJS: types and tests see its default differently.
const scan = typeof jsQR === 'function' ? jsQR : jsQR.default;
let printer: FakePrinter;
beforeAll(async () => {
  printer = await startFakePrinter();
});
afterAll(() => printer.close());

const address = () => ({ host: '127.0.0.1', port: printer.port });
const LINK = 'https://city.example/tickets/ABCD2345';
const TICKET = rollSchema.parse([
  { kind: 'text', text: '«Прозорий офіс»', bold: true },
  { kind: 'text', text: 'А 017', size: 'huge', bold: true },
  { kind: 'rule' },
  { kind: 'text', text: 'Перед вами 3 людини. Їжте пиріг, Ґалаґане, і чекайте щонайбільше 14 хвилин.' },
  { kind: 'line', term: 'Узято', value: '19 вересня 2020, 10:05' },
  { kind: 'qr', text: LINK },
]);

const black = ({ bytes }: Bitmap) =>
  bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);

function readQr({ width, height, bytes }: Bitmap): string | undefined {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let dot = 0; dot < width * height; dot += 1) {
    const isBlack = ((bytes[Math.floor(dot / 8)] ?? 0) & (0x80 >> (dot % 8))) !== 0;
    if (isBlack) rgba.fill(0, dot * 4, dot * 4 + 3);
  }
  return scan(rgba, width, height)?.data;
}

test('a ticket comes out of a printer as it was drawn, 576 dots wide, with a code a telephone reads', async () => {
  const bitmap = await drawBitmap(rollSvg(TICKET, 576));
  expect(await sendToPrinter(address(), bitmap)).toBe('printed');
  const paper = printer.papers.at(-1);
  expect(paper).toEqual(bitmap);
  expect(paper?.width).toBe(576);
  expect(paper?.height).toBeGreaterThan(500);
  const dots = black(bitmap);
  expect(dots).toBeGreaterThan(5_000);
  expect(dots).toBeLessThan((bitmap.width * bitmap.height) / 2);
  expect(readQr(bitmap)).toBe(LINK);
});

test('Ukrainian letters are drawn, each its own', async () => {
  const letters = ['і', 'ї', 'и', 'ґ', 'г', 'є', 'е', 'І', 'Ї', 'Ґ', 'Є', '’'];
  const drawn = await Promise.all(
    letters.map((text) =>
      drawBitmap(rollSvg(rollSchema.parse([{ kind: 'text', text, size: 'large' }]), 576)),
    ),
  );
  expect(drawn.every((bitmap) => black(bitmap) > 5)).toBe(true);
  expect(new Set(drawn.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).size).toBe(letters.length);
});

test('what is wrong with a printer is told, and nothing is sent to it', async () => {
  const bitmap = await drawBitmap(rollSvg(TICKET, 576));
  const before = printer.papers.length;
  for (const mood of ['no-paper', 'cover-open'] as const) {
    printer.mood = mood;
    expect(await sendToPrinter(address(), bitmap)).toBe(mood);
    expect(await askPrinter(address())).toBe(mood);
  }
  printer.mood = 'ready';
  expect(await askPrinter(address())).toBe('ready');
  expect(printer.papers.length).toBe(before);
  expect(await sendToPrinter({ host: '127.0.0.1', port: 1 }, bitmap)).toBe('unreachable');
});

test('a printer that dies after the picture leaves a doubt, not a claim', async () => {
  printer.mood = 'dies';
  expect(await sendToPrinter(address(), await drawBitmap(rollSvg(TICKET, 576)))).toBe('silent');
  printer.mood = 'ready';
});

test('any picture is cut into bands that are whole again', () => {
  const picture = fc
    .record({ rowBytes: fc.integer({ min: 1, max: 80 }), height: fc.integer({ min: 1, max: 400 }) })
    .map(({ rowBytes, height }) => ({
      width: rowBytes * 8,
      height,
      bytes: Uint8Array.from({ length: rowBytes * height }, (_, index) => (index * 37) & 0xff),
    }));
  fc.assert(
    fc.property(picture, (bitmap) => {
      const bytes = Buffer.from(encodePaper(bitmap));
      const bands = Math.ceil(bitmap.height / 96);
      expect(bytes.length).toBe(2 + bands * 8 + bitmap.bytes.length + 4 + 3);
    }),
    { numRuns: 50 },
  );
});

test('no line runs off the paper, whatever is written', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      for (const line of wrapText(text, 540, 25, false)) {
        expect(widthOf(line, 25, false)).toBeLessThanOrEqual(
          Math.max(540, widthOf(String.fromCodePoint(line.codePointAt(0) ?? 0), 25, false)),
        );
      }
    }),
    { numRuns: 100 },
  );
});
