import { v7 } from 'uuid';

/** Numbers of [0, 1), the same for the same seed on every machine. */
export type Random = () => number;

/** A generator (mulberry32) seeded by words: one a day, a hall, a case, so that none disturbs another. */
export function randomOf(...parts: readonly (string | number)[]): Random {
  let state = hash(parts.join('/'));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a with a last stir, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/** A whole number of [from, to]. */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** @throws RangeError for an empty list. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

/** An index, the likelier the greater its weight. */
export function pickWeighted(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return index;
  }
  return weights.length - 1;
}

const bytes = new Uint8Array(16);
const words = new Uint32Array(bytes.buffer);

/** The id of a thing made at that moment: v7, so that ids of the replayed year stand in its order. */
export function makeId(random: Random, msecs: number): string {
  for (let index = 0; index < words.length; index++) words[index] = random() * 4_294_967_296;
  return v7({ msecs, random: bytes });
}
