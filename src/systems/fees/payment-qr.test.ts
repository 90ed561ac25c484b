import fc from 'fast-check';
import jsQR from 'jsqr';
import { describe, expect, it, test } from 'vitest';
import { payCodeOf } from './bank-codes.ts';
import { fromKopiykas } from './money.ts';
import {
  linesOf002,
  linesOf003,
  MOST_URL,
  type PaymentOrder,
  paymentLink,
  QR_FORMATS,
} from './payment-qr.ts';
import { CIRCLE, drawPaymentQr, SIGN } from './qr-picture.ts';

/** The package is CommonJS: its function comes as the default of the default. */
const scan = typeof jsQR === 'function' ? jsQR : jsQR.default;

const ORDER: PaymentOrder = {
  recipient: 'ГУК у Кіровоградській області',
  iban: 'UA473052990000026005026707459',
  amount: '49.92',
  recipientCode: '26241020',
  reference: '100000000287',
  purpose: 'Адміністративний збір, код 100000000287, справа А-2026-000123',
  // 10:15:30 in Kyiv, in winter.
  createdAt: new Date('2026-03-06T08:15:30Z'),
};

// Encoded apart from this code, from the lines of RULEBOOK §10.
const LINK_003 =
  'https://qr.bank.gov.ua/QkNECjAwMwoxClVDVAoK0JPQo9CaINGDINCa0ZbRgNC-0LLQvtCz0YDQsNC00YHRjNC60ZbQuSDQvtCx0LvQsNGB0YLRlgpVQTQ3MzA1Mjk5MDAwMDAyNjAwNTAyNjcwNzQ1OQpVQUg0OS45MgoyNjI0MTAyMAoKMTAwMDAwMDAwMjg3CtCQ0LTQvNGW0L3RltGB0YLRgNCw0YLQuNCy0L3QuNC5INC30LHRltGALCDQutC-0LQgMTAwMDAwMDAwMjg3LCDRgdC_0YDQsNCy0LAg0JAtMjAyNi0wMDAxMjMKCkZGRkYKCjI2MDMwNjEwMTUzMAo';
const LINK_002 =
  'https://bank.gov.ua/qr/QkNECjAwMgoxClVDVAoK0JPQo9CaINGDINCa0ZbRgNC-0LLQvtCz0YDQsNC00YHRjNC60ZbQuSDQvtCx0LvQsNGB0YLRlgpVQTQ3MzA1Mjk5MDAwMDAyNjAwNTAyNjcwNzQ1OQpVQUg0OS45MgoyNjI0MTAyMAoKCtCQ0LTQvNGW0L3RltGB0YLRgNCw0YLQuNCy0L3QuNC5INC30LHRltGALCDQutC-0LQgMTAwMDAwMDAwMjg3LCDRgdC_0YDQsNCy0LAg0JAtMjAyNi0wMDAxMjMK';

describe('the link of a payment', () => {
  it('is letter by letter the one made by hand', () => {
    expect(paymentLink('003', ORDER)).toBe(LINK_003);
    expect(paymentLink('002', ORDER)).toBe(LINK_002);
  });

  it('has 17 lines in format 003 and 13 in format 002', () => {
    expect(linesOf003(ORDER)).toHaveLength(17);
    expect(linesOf002(ORDER)).toHaveLength(13);
    expect(linesOf003(ORDER)[13]).toBe('FFFF');
    expect(linesOf003(ORDER)[15]).toBe('260306101530');
  });

  it.each([
    ['iban', { iban: 'UA473052990000026005026707458' }],
    ['recipientCode', { recipientCode: '26241021' }],
    ['amount', { amount: '0.00' }],
    ['amount', { amount: '1000000000.00' }],
    ['purpose', { purpose: 'перший рядок\nUAH1.00' }],
    ['purpose', { purpose: 'а'.repeat(421) }],
    ['reference', { reference: '1'.repeat(36) }],
    ['recipient', { recipient: '' }],
    ['url', { recipient: 'Ґ'.repeat(140), purpose: 'ї'.repeat(200) }],
  ] as const)('refuses a wrong %s', (field, wrong) => {
    expect(() => paymentLink('003', { ...ORDER, ...wrong })).toThrowError(expect.objectContaining({ field }));
  });
});

/** The picture as a printer puts it on paper: modules, the white circle, the sign; `scale` pixels a module. */
function paint(link: string, scale: number) {
  const picture = drawPaymentQr(link);
  const quiet = 4;
  const side = (picture.size + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  const put = (x: number, y: number, value: number) => {
    for (let part = 0; part < 3; part += 1) pixels[(Math.round(y) * side + Math.round(x)) * 4 + part] = value;
  };
  const centre = side / 2;
  const radius = picture.size * scale * CIRCLE;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [row, column] = [Math.floor(y / scale) - quiet, Math.floor(x / scale) - quiet];
      const inside = row >= 0 && column >= 0 && row < picture.size && column < picture.size;
      if (inside && picture.isDark(row, column)) put(x, y, 0);
      if (Math.hypot(x - centre, y - centre) <= radius) put(x, y, 255);
    }
  }
  const dot = (x: number, y: number) => {
    const half = (radius * SIGN.stroke) / 2;
    for (let dy = -half; dy <= half; dy += 1)
      for (let dx = -half; dx <= half; dx += 1)
        put(centre + x * radius * 0.82 + dx, centre + y * radius * 0.82 + dy, 0);
  };
  let from = SIGN.start;
  for (const [a, b, to] of SIGN.curves) {
    for (let t = 0; t <= 1; t += 0.02) {
      const u = 1 - t;
      const mix = (axis: 0 | 1) =>
        u ** 3 * from[axis] + 3 * u * u * t * a[axis] + 3 * u * t * t * b[axis] + t ** 3 * to[axis];
      dot(mix(0), mix(1));
    }
    from = to;
  }
  for (const y of SIGN.bars) for (let x = -SIGN.barHalf; x <= SIGN.barHalf; x += 0.02) dot(x, y);
  return { pixels, side, picture };
}

/** An order of any letters that still fits into the link. */
const orders = fc.record({
  recipient: fc.stringMatching(/^[А-ЩЬЮЯҐЄІЇа-щьюяґєії]{3,30}$/),
  amount: fc.bigInt({ min: 1n, max: 99_999_999_999n }).map(fromKopiykas),
  reference: fc.stringMatching(/^[1-9]\d{9}$/).map(payCodeOf),
  purpose: fc.stringMatching(/^[А-ЩЬЮЯҐЄІЇа-щьюяґєії0-9,;№]{1,70}$/),
});

describe('the picture', () => {
  test('of any order is of version 10 to 20, and reads with the sign in its centre', () => {
    fc.assert(
      fc.property(orders, fc.constantFrom(...QR_FORMATS), (given, format) => {
        const link = paymentLink(format, { ...ORDER, ...given });
        expect(link.length).toBeLessThanOrEqual(MOST_URL);
        const { pixels, side, picture } = paint(link, 4);
        expect(picture.version).toBeGreaterThanOrEqual(10);
        expect(picture.version).toBeLessThanOrEqual(20);
        expect(scan(pixels, side, side)?.data).toBe(link);
      }),
      { numRuns: 12 },
    );
  });

  it('of the longest link falls back to correction M', () => {
    const longest = `https://qr.bank.gov.ua/${'Ab-_'.repeat(121)}`;
    expect(longest.length).toBe(MOST_URL);
    const { pixels, side, picture } = paint(longest, 4);
    expect(picture).toMatchObject({ level: 'M' });
    expect(scan(pixels, side, side)?.data).toBe(longest);
  });
});
