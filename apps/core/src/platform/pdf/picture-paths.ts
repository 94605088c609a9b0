import type { PrintBlock } from './print-document.ts';

/** The pictures that these blocks name, each once. */
export function picturePaths(blocks: readonly PrintBlock[]): string[] {
  const found = new Set<string>();
  mapPictures(blocks, (picture) => {
    found.add(picture.path);
    return picture;
  });
  return [...found];
}

/** The same blocks with the words of the pictures that `isThere` does not know, instead of them. */
export function withoutMissing(
  blocks: readonly PrintBlock[],
  isThere: (path: string) => boolean,
): PrintBlock[] {
  return mapPictures(blocks, (picture) =>
    isThere(picture.path)
      ? picture
      : { kind: 'paragraph', runs: [{ text: picture.alt || '▢', italic: true }] },
  );
}

type Picture = Extract<PrintBlock, { kind: 'image' }>;

function mapPictures(blocks: readonly PrintBlock[], change: (picture: Picture) => PrintBlock): PrintBlock[] {
  const inside = (all: readonly PrintBlock[]) => mapPictures(all, change);
  return blocks.map((block): PrintBlock => {
    switch (block.kind) {
      case 'image':
        return change(block);
      case 'list':
        return { ...block, items: block.items.map(inside) };
      case 'quote':
      case 'callout':
        return { ...block, blocks: inside(block.blocks) };
      case 'table':
        return {
          ...block,
          rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: inside(cell.blocks) }))),
        };
      default:
        return block;
    }
  });
}
