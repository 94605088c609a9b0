import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawAvatar } from './redraw-picture.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'homeroom-pictures-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function draw(content: Buffer) {
  const path = join(folder, 'picture');
  await writeFile(path, content);
  const drawn = await drawAvatar(path);
  return { drawn, kept: await readFile(path) };
}

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 90 },
    },
  });

test.each([
  ['a large photograph', () => noise(2400, 1600).jpeg({ quality: 95 }).toBuffer()],
  ['noise of just that size', () => noise(176, 176).png().toBuffer()],
  [
    'a small picture with transparency',
    () =>
      sharp({ create: { width: 8, height: 20, channels: 4, background: '#0000' } })
        .png()
        .toBuffer(),
  ],
])('UXP-109 (avatars) %s becomes a square of at most 10 KB', async (_, make) => {
  const { drawn, kept } = await draw(await make());
  expect(drawn.fault).toBeNull();
  expect(kept.length).toBeLessThanOrEqual(10 * 1024);
  expect(await sharp(kept).metadata()).toMatchObject({ format: 'webp', width: 176, height: 176 });
});

test('UXP-109 (avatars) what a camera wrote and what somebody hid behind the picture is not kept; it stands upright', async () => {
  const upright = await sharp({ create: { width: 40, height: 80, channels: 3, background: '#f00' } })
    .composite([
      { input: { create: { width: 40, height: 40, channels: 3, background: '#00f' } }, gravity: 'south' },
    ])
    .png()
    .toBuffer();
  const lying = await sharp(upright)
    .rotate(270)
    .withExif({ IFD0: { Copyright: 'Fern Street 12' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { kept } = await draw(Buffer.concat([lying, Buffer.from('<script>hidden()</script>')]));
  const { exif, xmp, icc, orientation } = await sharp(kept).metadata();
  expect([exif, xmp, icc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
  expect(kept.includes('hidden')).toBe(false);
  const { data } = await sharp(kept).raw().toBuffer({ resolveWithObject: true });
  const [red = 0, , blue = 0] = data.subarray(0, 3);
  expect(red).toBeGreaterThan(blue);
});

/** A picture of 200 by 200 thousand points in a few hundred bytes. */
function bomb(): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
    const edges = Buffer.alloc(8);
    edges.writeUInt32BE(body.length, 0);
    edges.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([edges.subarray(0, 4), named, edges.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(200_000, 0);
  head.writeUInt32BE(200_000, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const lines = deflateSync(Buffer.alloc(25_001 * 20));
  const start = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))]);
}

test('UXP-109 (hostile pictures) one that would unfold into billions of points, and one that is none, are refused at once', async () => {
  const start = performance.now();
  expect(bomb().length).toBeLessThan(2_000);
  expect((await draw(bomb())).drawn).toEqual({ fault: 'too_many_pixels' });
  expect(performance.now() - start).toBeLessThan(2_000);
  expect((await draw(Buffer.from('GIF89a is what it says'))).drawn).toEqual({ fault: 'damaged' });
  const whole = await noise(300, 300).jpeg().toBuffer();
  expect((await draw(whole.subarray(0, 400))).drawn).toEqual({ fault: 'damaged' });
});
