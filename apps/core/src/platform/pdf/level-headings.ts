import type { PrintBlock } from './print-document.ts';

/**
 * A document for screen readers begins at level 1 and goes at most one level deeper at a time; what people write does
 * not always. In document order, also inside lists and quotes.
 */
export function levelHeadings(blocks: readonly PrintBlock[]): PrintBlock[] {
  let last = 0;
  const level = (block: PrintBlock): PrintBlock => {
    switch (block.kind) {
      case 'heading': {
        last = Math.min(block.level, last + 1);
        return { ...block, level: last as 1 | 2 | 3 };
      }
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(level)) };
      case 'quote':
      case 'callout':
        return { ...block, blocks: block.blocks.map(level) };
      case 'table':
        return {
          ...block,
          rows: block.rows.map((row) => row.map((cell) => ({ blocks: cell.blocks.map(level) }))),
        };
      default:
        return block;
    }
  };
  return blocks.map(level);
}
