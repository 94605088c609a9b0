import { isBlankRichText, type RichNode } from '@k12/plan-content/rich-text';
import type { PlanDocument } from '../document/plan-document.ts';

/**
 * What is typed into a text before its editor has come. It leaves this place only into the editor or into the plan,
 * never by the way: an editor may be made, thrown away and made again without a letter being lost.
 */
export class EarlyText {
  #text = '';
  #write: ((text: string) => void) | null = null;

  type = (text: string): void => {
    if (this.#write) this.#write(text);
    else this.#text += text;
  };

  erase = (): void => {
    this.#text = this.#text.slice(0, -1);
  };

  /** From now on everything goes into the editor, what is here first; until the returned function is called. */
  handTo = (write: (text: string) => void): (() => void) => {
    this.#write = write;
    const text = this.take();
    if (text) write(text);
    return () => {
      if (this.#write === write) this.#write = null;
    };
  };

  take = (): string => {
    const text = this.#text;
    this.#text = '';
    return text;
  };

  /** Without an editor to wait for, the plan itself gets it: at its end, as paragraphs. */
  settle = (document: PlanDocument, path: string): void => {
    const text = this.take();
    if (!text) return;
    const value = withParagraphs(document.value(path) as RichNode | undefined, text);
    document.edit([{ op: 'set', path, value }], { place: path });
  };
}

export function withParagraphs(value: RichNode | null | undefined, text: string): RichNode {
  const before = isBlankRichText(value) ? [] : (value?.content ?? []);
  const added = text
    .split('\n')
    .map((line) => ({ type: 'paragraph', ...(line && { content: [{ type: 'text', text: line }] }) }));
  return { type: 'doc', content: [...before, ...added] };
}
