import { moveBy, type Place, type Selection } from './selection.ts';

interface Actions {
  selection: Selection;
  counts: { rows: number; columns: number };
  typing: { draft: object | null; commit: () => boolean; cancel: () => void };
  select: (place: Place, extend: boolean) => void;
  selectAll: () => void;
  collapse: () => void;
  /** Opens the active cell, with what it holds or with the key that was pressed. */
  open: (text?: string) => void;
  clear: () => void;
  fillDown: () => void;
  undo: () => void;
  redo: () => void;
  details: () => void;
  grade: () => void;
  keys: () => void;
}

/** What each key does (TCH-94). */
export function sheetKeys(actions: Actions) {
  const { selection, counts, typing } = actions;
  return (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const jump = event.ctrlKey || event.metaKey;
    if (typing.draft) {
      if (event.key === 'Escape') {
        event.preventDefault();
        typing.cancel();
      }
      if (event.key !== 'Enter' && event.key !== 'Tab') return;
      event.preventDefault();
      if (!typing.commit()) return;
    } else if (jump && shortcut(actions, event)) {
      event.preventDefault();
      return;
    }
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const to = moveBy(selection.active, { key: event.key, shift: event.shiftKey, jump, rtl, page: 20 });
    if (to) {
      // From the last cell of a row Tab leaves the sheet, as it must be possible to.
      const leaves = event.key === 'Tab' && (to.column < 0 || to.column >= counts.columns);
      if (leaves && !typing.draft) return;
      event.preventDefault();
      actions.select(to, event.shiftKey && event.key.startsWith('Arrow'));
    } else if (!jump && command(actions, event)) event.preventDefault();
  };
}

function shortcut(actions: Actions, { key, shiftKey }: React.KeyboardEvent): boolean {
  switch (key.toLowerCase()) {
    case 'z':
      if (shiftKey) actions.redo();
      else actions.undo();
      return true;
    case 'y':
      actions.redo();
      return true;
    case 'd':
      actions.fillDown();
      return true;
    case 'a':
      actions.selectAll();
      return true;
    case 'enter':
      actions.grade();
      return true;
    default:
      return false;
  }
}

function command(actions: Actions, event: React.KeyboardEvent): boolean {
  switch (event.key) {
    case 'F2':
      actions.open();
      return true;
    case 'Delete':
    case 'Backspace':
      actions.clear();
      return true;
    case ' ':
      actions.details();
      return true;
    case '?':
      actions.keys();
      return true;
    case 'Escape':
      actions.collapse();
      return true;
    default:
      if (event.key.length !== 1 || event.altKey) return false;
      actions.open(event.key);
      return true;
  }
}
