import type { ImportProblems } from './import-problems.ts';
import type { ReadAssociation, ReadItem } from './read-records.ts';

export interface PlacedItem {
  item: ReadItem;
  parent: string | null;
  position: number;
  depth: number;
  /** Identifiers from the root to the parent. */
  ancestors: string[];
  is_leaf: boolean;
  is_unplaced: boolean;
}

interface Candidate {
  /** Null is the document itself. */
  parent: string | null;
  sequence: number | null;
  at: number;
  association: ReadAssociation;
}

/** The tree that `isChildOf` and the sequence numbers tell, in reading order, parents before children (PLN-73). */
export function buildTree(
  items: readonly ReadItem[],
  associations: readonly ReadAssociation[],
  documentIdentifier: string,
  problems: ImportProblems,
): PlacedItem[] {
  const byIdentifier = uniqueItems(items, problems);
  const chosen = chooseParents(
    byIdentifier,
    candidatesOf(byIdentifier, associations, documentIdentifier, problems),
    problems,
  );
  breakCycles(byIdentifier, chosen, problems);
  return layOut(byIdentifier, chosen, problems);
}

/** Deeper than any framework; a chain of thousands would cost the square of its length. */
const maxDepth = 50;

function uniqueItems(items: readonly ReadItem[], problems: ImportProblems): Map<string, ReadItem> {
  const found = new Map<string, ReadItem>();
  for (const item of items) {
    if (found.has(item.identifier)) {
      problems.error({
        code: 'duplicate_identifier',
        place: item.place,
        line: item.line ?? undefined,
        identifier: item.identifier,
        value: item.code,
        detail: 'Another item before this one has the same identifier.',
      });
    } else found.set(item.identifier, item);
  }
  return found;
}

function candidatesOf(
  items: ReadonlyMap<string, ReadItem>,
  associations: readonly ReadAssociation[],
  documentIdentifier: string,
  problems: ImportProblems,
): Map<string, Candidate[]> {
  const candidates = new Map<string, Candidate[]>();
  const orphans: ReadAssociation[] = [];
  for (const [at, association] of associations.entries()) {
    const { type, origin_identifier, destination_identifier, sequence } = association;
    if (type !== 'is_child_of') {
      noteExternal(items, association, documentIdentifier, problems);
      continue;
    }
    if (!items.has(origin_identifier)) {
      problems.note({
        code: 'external_end',
        place: association.place,
        identifier: association.identifier,
        value: origin_identifier,
        detail: 'The child is not in the package; the association is kept.',
      });
      continue;
    }
    const isRoot = destination_identifier === documentIdentifier;
    if (!isRoot && !items.has(destination_identifier)) {
      orphans.push(association);
      continue;
    }
    const list = candidates.get(origin_identifier) ?? [];
    list.push({ parent: isRoot ? null : destination_identifier, sequence, at, association });
    candidates.set(origin_identifier, list);
  }
  for (const orphan of orphans) {
    problems.note({
      code: 'parent_missing',
      place: orphan.place,
      identifier: orphan.origin_identifier,
      column: 'destinationNodeURI',
      value: orphan.destination_identifier,
      detail: candidates.has(orphan.origin_identifier)
        ? 'This further parent is not in the package.'
        : 'The parent is not in the package; the item is shown under Unplaced.',
    });
  }
  return candidates;
}

function noteExternal(
  items: ReadonlyMap<string, ReadItem>,
  association: ReadAssociation,
  documentIdentifier: string,
  problems: ImportProblems,
): void {
  const inside = (identifier: string) => items.has(identifier) || identifier === documentIdentifier;
  const { origin_identifier, destination_identifier } = association;
  if (inside(origin_identifier) && inside(destination_identifier)) return;
  const outside = inside(origin_identifier) ? destination_identifier : origin_identifier;
  problems.note({
    code: 'external_end',
    place: association.place,
    identifier: association.identifier,
    value: outside,
    detail: 'One end is outside the package; the association is kept as external.',
  });
}

/** The first parent in sequence; without sequence numbers the first of the file. */
function chooseParents(
  items: ReadonlyMap<string, ReadItem>,
  candidates: Map<string, Candidate[]>,
  problems: ImportProblems,
): Map<string, Candidate> {
  const chosen = new Map<string, Candidate>();
  for (const [identifier, list] of candidates) {
    const own = list.filter(({ parent }) => parent !== identifier);
    for (const { association } of list.filter(({ parent }) => parent === identifier)) {
      problems.error({
        code: 'cycle',
        place: association.place,
        identifier,
        value: items.get(identifier)?.code,
        detail: 'An item is its own parent; the association was left out.',
      });
    }
    own.sort(bySequence);
    const [first, ...others] = own;
    if (!first) continue;
    chosen.set(identifier, first);
    for (const other of others) {
      if (other.parent === first.parent) {
        problems.note({
          code: 'association_repeated',
          place: other.association.place,
          identifier,
          detail: 'The same parent is named twice.',
        });
        continue;
      }
      problems.note({
        code: 'second_parent',
        place: other.association.place,
        identifier,
        value: other.parent ?? 'document',
        detail:
          'The item has a parent before this one in sequence; the association is kept, the place is not.',
      });
    }
  }
  return chosen;
}

function bySequence(left: Candidate, right: Candidate): number {
  const [a, b] = [left.sequence ?? Number.POSITIVE_INFINITY, right.sequence ?? Number.POSITIVE_INFINITY];
  return a === b ? left.at - right.at : a - b;
}

/** Walks up from every item once; the link that closes a circle is taken out. */
function breakCycles(
  items: ReadonlyMap<string, ReadItem>,
  chosen: Map<string, Candidate>,
  problems: ImportProblems,
): void {
  const safe = new Set<string>();
  for (const start of items.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let current: string | null | undefined = start;
    while (current && !safe.has(current) && !onPath.has(current)) {
      path.push(current);
      onPath.add(current);
      current = chosen.get(current)?.parent;
    }
    if (current && onPath.has(current)) {
      const last = path.at(-1) as string;
      const link = chosen.get(last);
      chosen.delete(last);
      problems.error({
        code: 'cycle',
        place: link?.association.place ?? '',
        identifier: last,
        value: items.get(last)?.code,
        detail:
          'The parents lead in a circle; this association was left out and the item is shown under Unplaced.',
      });
    }
    for (const identifier of path) safe.add(identifier);
  }
}

function layOut(
  items: ReadonlyMap<string, ReadItem>,
  chosen: ReadonlyMap<string, Candidate>,
  problems: ImportProblems,
): PlacedItem[] {
  const children = new Map<string | null, { item: ReadItem; sequence: number | null; at: number }[]>();
  const unplaced: ReadItem[] = [];
  let at = 0;
  for (const item of items.values()) {
    const link = chosen.get(item.identifier);
    at += 1;
    if (!link) {
      unplaced.push(item);
      continue;
    }
    const list = children.get(link.parent) ?? [];
    list.push({ item, sequence: link.sequence, at });
    children.set(link.parent, list);
  }
  const placed: PlacedItem[] = [];
  const roots = sorted(children.get(null) ?? []);
  const level: [ReadItem[], Omit<PlacedItem, 'item' | 'position' | 'is_leaf'>][] = [
    [roots, { parent: null, depth: 0, ancestors: [], is_unplaced: false }],
    [unplaced, { parent: null, depth: 0, ancestors: [], is_unplaced: true }],
  ];
  // Level by level and never by recursion: a chain of 50,000 must not end the process.
  for (const [siblings, place] of level) {
    for (const [position, item] of siblings.entries()) {
      const below = children.get(item.identifier);
      placed.push({ ...place, item, position, is_leaf: below === undefined });
      if (!below) continue;
      if (place.depth >= maxDepth) {
        problems.note({
          code: 'too_deep',
          place: item.place,
          identifier: item.identifier,
          value: item.code,
          detail: 'What is below this item is nested too deeply and shown under Unplaced.',
        });
        level.push([sorted(below), { parent: null, depth: 0, ancestors: [], is_unplaced: true }]);
        continue;
      }
      const ancestors = [...place.ancestors, item.identifier];
      level.push([
        sorted(below),
        { parent: item.identifier, depth: place.depth + 1, ancestors, is_unplaced: place.is_unplaced },
      ]);
    }
  }
  return placed;
}

function sorted(list: { item: ReadItem; sequence: number | null; at: number }[]): ReadItem[] {
  return list
    .sort((left, right) => {
      const [a, b] = [left.sequence ?? Number.POSITIVE_INFINITY, right.sequence ?? Number.POSITIVE_INFINITY];
      if (a !== b) return a - b;
      const byEnumeration = (left.item.list_enumeration ?? '').localeCompare(
        right.item.list_enumeration ?? '',
        'en',
        { numeric: true },
      );
      return byEnumeration !== 0 ? byEnumeration : left.at - right.at;
    })
    .map(({ item }) => item);
}
