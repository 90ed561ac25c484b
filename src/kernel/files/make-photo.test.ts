import sharp from 'sharp';
import { expect, it } from 'vitest';
import { makePhoto } from './make-photo.ts';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7a8899' } });

/** Lying on its side as telephones save it, with the place where it was taken. */
const fromTelephone = () =>
  picture(600, 400)
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Artist: 'Taras Shevchuk', Make: 'Phone' },
      IFD3: { GPSLatitude: '48/1 30/1 28/1', GPSLongitude: '32/1 15/1 44/1' },
    })
    .jpeg()
    .toBuffer();

it('stands upright and says nothing of where, when and by whom it was taken', async () => {
  const sent = await fromTelephone();
  expect((await sharp(sent).metadata()).exif?.toString('latin1')).toContain('Taras Shevchuk');
  const made = await makePhoto('IMG_1.jpg', sent);
  expect([made.width, made.height]).toEqual([400, 600]);
  for (const bytes of [made.bytes, made.small]) {
    const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
    expect([exif, xmp, iptc, icc, orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(bytes.toString('latin1')).not.toMatch(/Exif|Taras|GPS/);
  }
});

it('is no larger than a screen; what was tied to the end of the file is gone', async () => {
  const sent = Buffer.concat([await picture(4000, 3000).jpeg().toBuffer(), Buffer.from('<?php evil ?>')]);
  const made = await makePhoto('large.jpg', sent);
  expect([made.width, made.height]).toEqual([2000, 1500]);
  expect((await sharp(made.small).metadata()).width).toBe(320);
  expect(made.bytes.toString('latin1')).not.toContain('evil');
});

it('a drawing with holes gets paper under it', async () => {
  const sent = await sharp({ create: { width: 50, height: 50, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer();
  const { data } = await sharp((await makePhoto('a.png', sent)).bytes)
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
});

it.each([
  ['a programme renamed', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'notPhoto', 415],
  ['a page', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'notPhoto', 415],
  ['a paper', Buffer.from('%PDF-1.7\n%%EOF'), 'notPhoto', 415],
  [
    'a telephone’s own format',
    Buffer.from('000000186674797068656963000000006d69663168656963', 'hex'),
    'heic',
    415,
  ],
  ['the first bytes of a picture', Buffer.from('ffd8ffe000104a46494600010100', 'hex'), 'brokenPhoto', 422],
] as const)('%s is refused with a sentence', async (_what, bytes, name, status) => {
  await expect(makePhoto('IMG.jpg', bytes)).rejects.toMatchObject({ key: `files:refusals.${name}`, status });
});

it('half of a picture is refused, and so is a bomb of pixels', async () => {
  const noise = await sharp({
    create: {
      width: 800,
      height: 800,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
      background: '#888',
    },
  })
    .jpeg()
    .toBuffer();
  await expect(makePhoto('half.jpg', noise.subarray(0, noise.length / 2))).rejects.toMatchObject({
    status: 422,
  });
  const bomb = await picture(8000, 7600).toColourspace('b-w').png({ compressionLevel: 1 }).toBuffer();
  expect(bomb.length).toBeLessThan(1_000_000);
  await expect(makePhoto('bomb.png', bomb)).rejects.toMatchObject({ status: 422 });
});
