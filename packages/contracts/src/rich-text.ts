import { z } from 'zod';

/**
 * A text as an editor writes it. What it holds is cleaned when it is kept; what is no such text is refused: it would be
 * kept as an empty one, in the place of somebody's words.
 */
export const RichText = z
  .record(z.string(), z.unknown())
  .refine((value) => value.type === 'doc' && Array.isArray(value.content) && isNode(value), {
    error: 'a text of the editor',
  });

function isNode(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { type, text, content } = value as { type?: unknown; text?: unknown; content?: unknown };
  const hasText = type === 'text' ? typeof text === 'string' : text === undefined;
  const hasContent = content === undefined || (Array.isArray(content) && content.every(isNode));
  return typeof type === 'string' && hasText && hasContent;
}
