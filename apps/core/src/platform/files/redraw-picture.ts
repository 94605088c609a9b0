import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** More points than a photograph of a person has; a small file can unfold into very many (UXP-109). */
const mostPixels = 40_000_000;
/** Sharp at twice the largest size they are shown in. */
const sideOfAvatar = 176;
const mostAvatarBytes = 10 * 1024;
const qualities = [80, 60, 40, 20, 5];

export type Redrawn = { fault: 'too_many_pixels' | 'damaged' } | { fault: null; content: Buffer };

const isTooLarge = (error: unknown) => error instanceof Error && /pixel limit/i.test(error.message);

/**
 * A picture of a person, drawn anew: square, upright, small, and with nothing in it but its points, so neither what a
 * camera wrote beside them nor what somebody hid behind them is kept (UXP-109).
 */
export async function drawAvatar(path: string): Promise<Redrawn> {
  const source = await readFile(path);
  for (const quality of qualities) {
    try {
      const content = await sharp(source, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
        .autoOrient()
        .resize(sideOfAvatar, sideOfAvatar, { fit: 'cover', position: 'attention' })
        .webp({ quality, effort: 4 })
        .toBuffer();
      if (content.length > mostAvatarBytes && quality !== qualities.at(-1)) continue;
      await writeFile(path, content);
      return { fault: null, content };
    } catch (error) {
      return { fault: isTooLarge(error) ? 'too_many_pixels' : 'damaged' };
    }
  }
  return { fault: 'damaged' };
}
