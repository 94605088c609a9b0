import type { RichNode } from '@k12/plan-content/rich-text';

/** Marks an entry until its neighbours are known. */
const entryType = 'wordListEntry';

/** Word processors paste lists as paragraphs whose style names a list; their bullet is text in front. */
export function wordListItem(style: string | null, text: string): ((content: RichNode[]) => RichNode) | null {
  if (!style || !/mso-list:\s*l\d+/i.test(style)) return null;
  const ordered = /^\s*(\d+|[a-z])[.)]/i.test(text);
  return (content) => ({
    type: entryType,
    attrs: { ordered },
    content: [{ type: 'listItem', content: [{ type: 'paragraph', content }] }],
  });
}

/** Entries that follow each other become one list. */
export function groupWordLists(nodes: RichNode[]): RichNode[] {
  const grouped: RichNode[] = [];
  let list: RichNode | undefined;
  for (const node of nodes) {
    if (node.type !== entryType) {
      if (node.type === 'text' && node.text?.trim() === '' && list) continue;
      list = undefined;
      grouped.push(node);
      continue;
    }
    const type = node.attrs?.ordered ? 'orderedList' : 'bulletList';
    if (list?.type !== type) {
      list = { type, content: [] };
      grouped.push(list);
    }
    list.content?.push(...(node.content ?? []));
  }
  return grouped;
}
