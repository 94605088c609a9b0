import { Extension } from '@tiptap/core';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';

/** The block with the cursor changes places with its neighbour; the cursor goes with it. */
function moveBlock(state: EditorState, step: -1 | 1): Transaction | null {
  const { $from } = state.selection;
  const index = $from.index(0);
  const neighbour = state.doc.maybeChild(index + step);
  const block = state.doc.maybeChild(index);
  if (!neighbour || !block) return null;
  const start = $from.posAtIndex(index, 0);
  const target = step < 0 ? start - neighbour.nodeSize : start + neighbour.nodeSize;
  const tr = state.tr.delete(start, start + block.nodeSize).insert(target, block);
  const at = Math.min($from.pos + target - start, tr.doc.content.size);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at))).scrollIntoView();
}

/** Ctrl+Shift+arrow, where other editors have it; Alt+arrow moves the entry that the text belongs to. */
export const MoveBlock = Extension.create({
  name: 'moveBlock',
  addKeyboardShortcuts() {
    const by = (step: -1 | 1) => () => {
      const tr = moveBlock(this.editor.state, step);
      if (tr) this.editor.view.dispatch(tr);
      return true;
    };
    return { 'Mod-Shift-ArrowUp': by(-1), 'Mod-Shift-ArrowDown': by(1) };
  },
});
