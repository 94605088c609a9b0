import { isDeepStrictEqual } from 'node:util';
import type { Change } from '@k12/plan-content/changes';
import { contentPath, isPlace, isWithin, overlaps, touchedPath } from '@k12/plan-content/overlap';
import { type Content, isItemList, parentOf, readPath } from '@k12/plan-content/paths';

export interface Edit {
  paths: string[];
}

export interface Clash<E extends Edit> {
  path: string;
  mine: unknown;
  theirs: unknown;
  edit: E;
}

/**
 * The places that both changed and now say something else (PLN-07). Moving what the other moved too, or has
 * removed, is none: no words are lost when the later move holds, or has nothing to move.
 */
export function clashesOf<E extends Edit>(
  content: Content,
  changes: readonly Change[],
  edits: readonly E[],
): Clash<E>[] {
  return changes.flatMap((change) => {
    const touched = touchedPath(change);
    const edit = edits.findLast(({ paths }) => paths.some((path) => clashes(touched, path)));
    if (!edit) return [];
    const path = contentPath(touched);
    const theirs = readPath(content, path) ?? null;
    const mine = wordsOf(change);
    return isDeepStrictEqual(mine, theirs) ? [] : [{ path, mine, theirs, edit }];
  });
}

function clashes(mine: string, theirs: string): boolean {
  const sameItem = contentPath(mine) === contentPath(theirs);
  if (sameItem && (isPlace(mine) || isPlace(theirs))) return false;
  return overlaps(mine, theirs);
}

function wordsOf(change: Change): unknown {
  if (change.op === 'set' || change.op === 'insert') return change.value ?? null;
  return null;
}

/** Moves of what somebody has removed meanwhile have nothing left to move. */
export function withoutVoidMoves(content: Content, changes: readonly Change[]): Change[] {
  const brought = new Set(changes.filter(({ op }) => op === 'insert').map(touchedPath));
  return changes.filter(
    (change) =>
      change.op !== 'move' || brought.has(change.path) || readPath(content, change.path) !== undefined,
  );
}

/**
 * The places others changed, each as far up as is needed to say it with one value: an item that came or moved
 * shows its whole list, because its place says something too.
 */
export function mergedPlaces<E extends Edit>(
  content: Content,
  edits: readonly E[],
): { path: string; edit: E }[] {
  const latest = new Map<string, E>();
  for (const edit of edits) {
    for (const touched of edit.paths) latest.set(placeToShow(content, touched), edit);
  }
  const paths = [...latest.keys()];
  return [...latest].flatMap(([path, edit]) =>
    paths.some((other) => other !== path && isWithin(path, other)) ? [] : [{ path, edit }],
  );
}

function placeToShow(content: Content, touched: string): string {
  const path = contentPath(touched);
  const list = parentOf(path);
  const cameOrMoved =
    list !== '' && isItemList(readPath(content, list)) && readPath(content, path) !== undefined;
  return isPlace(touched) || cameOrMoved ? list : path;
}
