import type { Change } from '@k12/plan-content/changes';
import { type Content, type Item, isItemList, lastStep, parentOf, readPath } from '@k12/plan-content/paths';

/** What takes a change back, seen from the content before it (PLN-12); null when it would change nothing. */
export function stepBack(content: Content, change: Change): Change | null {
  const { path } = change;
  if (change.op === 'insert') return { op: 'remove', path: `${path}/${change.value.id}` };
  if (change.op === 'move') return { op: 'move', path, after: itemBefore(content, path) };
  const before = readPath(content, path);
  if (change.op === 'set')
    return before === undefined ? { op: 'remove', path } : { op: 'set', path, value: before };
  if (before === undefined) return null;
  if (listAbove(content, path).length === 0) return { op: 'set', path, value: before };
  return { op: 'insert', path: parentOf(path), value: before as Item, after: itemBefore(content, path) };
}

/** Where a change is seen, for moving there when it is taken back. */
export function placeOf(change: Change): string {
  return change.op === 'insert' ? `${change.path}/${change.value.id}` : change.path;
}

function listAbove(content: Content, path: string): Item[] {
  const parent = parentOf(path);
  const list = parent === '' ? null : readPath(content, parent);
  return isItemList(list) ? list : [];
}

function itemBefore(content: Content, path: string): string | null {
  const list = listAbove(content, path);
  const at = list.findIndex(({ id }) => id === lastStep(path));
  return list[at - 1]?.id ?? null;
}
