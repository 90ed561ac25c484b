import QRCode from 'qrcode';

/** НБУ resolution 97: QR version 10 to 20, correction L, M or Q; we take the strongest that fits. */
const LEAST_VERSION = 10;
const MOST_VERSION = 20;
const LEVELS = ['Q', 'M'] as const;

export interface QrPicture {
  /** Modules a side. */
  readonly size: number;
  readonly version: number;
  readonly level: (typeof LEVELS)[number];
  isDark(row: number, column: number): boolean;
}

/** @throws Error where the text needs more than version 20: a payment link never does. */
export function drawPaymentQr(text: string): QrPicture {
  for (const level of LEVELS) {
    const needed = QRCode.create(text, { errorCorrectionLevel: level }).version;
    if (needed > MOST_VERSION) continue;
    const version = Math.max(needed, LEAST_VERSION);
    const { modules } = QRCode.create(text, { errorCorrectionLevel: level, version });
    const { size, data } = modules;
    return { size, version, level, isDark: (row, column) => data[row * size + column] === 1 };
  }
  throw new Error('a payment link does not fit into QR version 20');
}

/** Radius of the white circle as a part of the side: 3 % of the picture, far below what M mends (15 %). */
export const CIRCLE = 0.1;

type Point = readonly [x: number, y: number];

/** The hryvnia sign in a square from −1 to 1: a bent stroke of cubic curves, and two bars. */
export const SIGN = {
  start: [-0.46, -0.46] as Point,
  curves: [
    [
      [-0.4, -0.84],
      [0.46, -0.88],
      [0.46, -0.42],
    ],
    [
      [0.46, -0.06],
      [-0.46, 0.06],
      [-0.46, 0.42],
    ],
    [
      [-0.46, 0.88],
      [0.4, 0.84],
      [0.46, 0.46],
    ],
  ] as readonly (readonly [Point, Point, Point])[],
  bars: [-0.14, 0.14] as readonly number[],
  barHalf: 0.66,
  stroke: 0.17,
} as const;

/** The sign as an SVG path around the centre, `scale` = half its height. */
export function signPath(centre: number, scale: number): string {
  const at = ([x, y]: Point): string => `${round(centre + x * scale)} ${round(centre + y * scale)}`;
  const curves = SIGN.curves.map((points) => `C${points.map(at).join(' ')}`).join('');
  const bars = SIGN.bars.map((y) => `M${at([-SIGN.barHalf, y])}L${at([SIGN.barHalf, y])}`).join('');
  return `M${at(SIGN.start)}${curves}${bars}`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
