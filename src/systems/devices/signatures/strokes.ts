import { z } from 'zod';

/** The field of the canvas: points are whole, so that a picture is the same wherever it is drawn. */
export const FIELD = { width: 1200, height: 400 } as const;

const point = z.tuple([
  z.int().min(0).max(FIELD.width),
  z.int().min(0).max(FIELD.height),
  /** Milliseconds since the first touch. */
  z.int().min(0).max(600_000),
  /** Pressure, 0…1000. */
  z.int().min(0).max(1000),
]);

/** From pen down to pen up, as many times as the person lifted it. */
export const strokesSchema = z.array(z.array(point).min(1).max(3000)).min(1).max(200);
export type Strokes = z.output<typeof strokesSchema>;

/** Shorter than this in all is a touch of the sleeve. */
const LEAST_LENGTH = 150;

export function isSignature(strokes: Strokes): boolean {
  return strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0) >= LEAST_LENGTH;
}

function lengthOf(stroke: Strokes[number]): number {
  return stroke.reduce((sum, [x, y], index) => {
    const before = stroke[index - 1];
    return before === undefined ? 0 : sum + Math.hypot(x - before[0], y - before[1]);
  }, 0);
}

/** The strokes as a drawing, dots included. Only numbers stand in it. */
export function strokesSvg(strokes: Strokes): string {
  const { width, height } = FIELD;
  const paths = strokes.map((stroke) => {
    const [first = [0, 0]] = stroke;
    const line = stroke.map(([x, y]) => `L${x} ${y}`).join('');
    return `<path d="M${first[0]} ${first[1]}${line}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><g fill="none" stroke="#0b2a6b" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g></svg>`;
}
