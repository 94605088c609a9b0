import { isRichDoc } from '@k12/plan-content/rich-text';
import { heading, type PrintBlock, paragraph } from '../../../platform/pdf/print-document.ts';
import { blocksOfRichText } from './rich-text-blocks.rules.ts';

/** A plan whose schema cannot be read any more still prints everything it holds, under the keys it has (PLN-64). */
export function genericBlocks(content: Record<string, unknown>, level: 1 | 2): PrintBlock[] {
  return Object.entries(content).flatMap(([key, value]) => {
    const blocks = blocksOf(value);
    return blocks.length === 0 ? [] : [heading(level, key.replaceAll('_', ' ')), ...blocks];
  });
}

function blocksOf(value: unknown): PrintBlock[] {
  if (value === null || value === undefined || value === '') return [];
  if (isRichDoc(value)) return blocksOfRichText(value);
  if (Array.isArray(value)) {
    const items = value.map(blocksOf).filter((item) => item.length > 0);
    return items.length > 0 ? [{ kind: 'list', ordered: false, items }] : [];
  }
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, part]) => (key === 'id' ? [] : blocksOf(part)));
  return [paragraph(String(value))];
}
