import type { Change } from './changes.ts';

/** Marks the place of an item in its list, apart from what the item says. */
const place = '#place';

/** What a change touches: an insert the item it brings, a move the item's place and nothing inside it. */
export function touchedPath(change: Change): string {
  if (change.op === 'insert') return `${change.path}/${change.value.id}`;
  return change.op === 'move' ? `${change.path}${place}` : change.path;
}

/** The place of an item, or the item itself, as a path of the content. */
export function contentPath(touched: string): string {
  return isPlace(touched) ? touched.slice(0, -place.length) : touched;
}

export function isPlace(touched: string): boolean {
  return touched.endsWith(place);
}

/** Two touched paths cannot both be kept: one is the other, or holds it (PLN-06). */
export function overlaps(left: string, right: string): boolean {
  if (isPlace(left) !== isPlace(right)) {
    const [moved, other] = isPlace(left) ? [left, right] : [right, left];
    return isWithin(contentPath(moved), other);
  }
  return isWithin(left, right) || isWithin(right, left);
}

export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}/`);
}
