import sharp, { type Sharp } from 'sharp';
import { Refusal } from '../actions/refusal.ts';
import { detectType } from './detect-type.ts';

export interface MadePhoto {
  /** JPEG without any metadata: no position, no camera, no day. */
  readonly bytes: Buffer;
  /** The same for lists. */
  readonly small: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Enough for a screen and for reading a house number. */
const SIDE = 2000;
const SMALL_SIDE = 320;
/** JPEG is made smaller while it is read; of PNG every pixel is unpacked, so a bomb of them is refused. */
const MOST_PIXELS = { jpg: 220_000_000, png: 60_000_000 } as const;

// One picture at a time in a thread of its own: people at the desks come first.
sharp.concurrency(1);
sharp.cache(false);

/**
 * A photograph from outside made harmless: read whole, turned upright, written anew. What was hidden in the
 * file beside the picture (position, name of the owner, a programme at its end) is not carried over.
 * @throws Refusal 415 for what is no JPEG or PNG, 422 for one that cannot be read to its end.
 */
export async function makePhoto(name: string, bytes: Buffer): Promise<MadePhoto> {
  const kind = await detectType(bytes);
  const shown = name.slice(0, 120);
  if (kind === 'heic') throw new Refusal('files:refusals.heic', { name: shown }, 415);
  if (kind !== 'jpg' && kind !== 'png') throw new Refusal('files:refusals.notPhoto', { name: shown }, 415);
  try {
    const read = sharp(bytes, { limitInputPixels: MOST_PIXELS[kind], failOn: 'error', pages: 1 });
    const { data, info } = await resized(read.autoOrient(), SIDE, 82).toBuffer({ resolveWithObject: true });
    const small = await resized(sharp(data), SMALL_SIDE, 72).toBuffer();
    return { bytes: data, small, width: info.width, height: info.height };
  } catch {
    throw new Refusal('files:refusals.brokenPhoto', { name: shown }, 422);
  }
}

function resized(picture: Sharp, side: number, quality: number): Sharp {
  return picture
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality });
}
