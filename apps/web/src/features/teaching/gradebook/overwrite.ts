import { type CellKey, keyOf, type SheetStore } from './sheet-store.ts';

/** My value over that of somebody else, knowingly: based on their version (TCH-100). */
export function overwrite(store: SheetStore, key: CellKey, mark: '.' | ','): void {
  const pending = store.pending.get(keyOf(key));
  if (!pending?.theirs) return;
  store.take(pending.theirs);
  store.edit([{ ...key, entry: pending.entry }], 'edit', mark);
}
