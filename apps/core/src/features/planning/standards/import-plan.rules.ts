import type { ImportCounts } from '@k12/contracts/planning/standard-imports';
import type { ReadAssociation } from './read-records.ts';
import type { PlacedItem } from './standard-tree.rules.ts';

export interface ExistingStandard {
  id: string;
  identifier: string;
  code: string;
  parent_id: string | null;
  ancestor_ids: string[];
  position: number;
  depth: number;
  is_leaf: boolean;
  is_unplaced: boolean;
  content_hash: string;
  state: string;
  origin: string;
  school_id: string | null;
}

export interface Place {
  parent_id: string | null;
  ancestor_ids: string[];
  depth: number;
  position: number;
  is_leaf: boolean;
  is_unplaced: boolean;
}

export interface StandardWrite extends Place {
  id: string;
  identifier: string;
  placed: PlacedItem;
  code_changed: boolean;
}

export interface ImportPlan {
  /** Parents before children. */
  writes: StandardWrite[];
  /** Standards that are not in the file and stay: only their place changes. */
  places: ({ id: string } & Place)[];
  retire: string[];
  remove: string[];
  counts: Omit<ImportCounts, 'associations' | 'bad' | 'notes'>;
}

interface PlanInput {
  existing: readonly ExistingStandard[];
  placed: readonly PlacedItem[];
  aligned: ReadonlySet<string>;
  newId: () => string;
}

/** What a file would change: the same for the preview and for applying (PLN-76, PLN-78, PLN-79). */
export function planImport({ existing, placed, aligned, newId }: PlanInput): ImportPlan {
  const matches = matchStandards(existing, placed);
  const idOf = new Map<string, string>();
  for (const { item } of placed) idOf.set(item.identifier, matches.get(item.identifier)?.id ?? newId());
  const matchedIds = new Set([...matches.values()].map(({ id }) => id));
  const gone = existing.filter(({ id }) => !matchedIds.has(id));
  const kept = gone.filter(
    ({ id, origin, school_id }) => origin === 'manual' || school_id !== null || aligned.has(id),
  );
  const keptIds = new Set(kept.map(({ id }) => id));
  const placesOfKept = placeKept(kept, existing, matchedIds, placed, idOf);
  const parentsOfKept = new Set([...placesOfKept.values()].map(({ parent_id }) => parent_id));
  const reordered = reorderedIds(existing, placed, matches);
  const plan: ImportPlan = {
    writes: [],
    places: [],
    retire: kept
      .filter(
        ({ origin, school_id, state }) => origin === 'import' && school_id === null && state === 'active',
      )
      .map(({ id }) => id),
    remove: gone.filter(({ id }) => !keptIds.has(id)).map(({ id }) => id),
    counts: { added: 0, changed: 0, moved: 0, retired: 0, removed: 0, unchanged: 0 },
  };
  for (const entry of placed) {
    const before = matches.get(entry.item.identifier);
    const id = idOf.get(entry.item.identifier) as string;
    addWrite(plan, { id, placed: entry }, before, placeOf(entry, idOf, parentsOfKept), reordered);
  }
  for (const standard of kept) {
    const place = placesOfKept.get(standard.id) as Place;
    if (!samePlace(standard, place)) plan.places.push({ id: standard.id, ...place });
  }
  plan.counts.retired = plan.retire.length;
  plan.counts.removed = plan.remove.length;
  return plan;
}

/** By identifier, else by code where it names exactly one on both sides. */
function matchStandards(
  existing: readonly ExistingStandard[],
  placed: readonly PlacedItem[],
): Map<string, ExistingStandard> {
  const byIdentifier = new Map(existing.map((standard) => [standard.identifier, standard]));
  const byCode = onlyOnes(
    existing.filter(({ school_id }) => school_id === null),
    ({ code }) => code,
  );
  const codesOfFile = onlyOnes(placed, ({ item }) => item.code);
  const matches = new Map<string, ExistingStandard>();
  const taken = new Set<string>();
  for (const { item } of placed) {
    const found = byIdentifier.get(item.identifier);
    if (!found) continue;
    matches.set(item.identifier, found);
    taken.add(found.id);
  }
  for (const { item } of placed) {
    if (matches.has(item.identifier) || item.code === '' || !codesOfFile.has(item.code)) continue;
    const found = byCode.get(item.code);
    if (!found || taken.has(found.id)) continue;
    matches.set(item.identifier, found);
    taken.add(found.id);
  }
  return matches;
}

function onlyOnes<T>(list: readonly T[], keyOf: (entry: T) => string): Map<string, T> {
  const found = new Map<string, T | null>();
  for (const entry of list) found.set(keyOf(entry), found.has(keyOf(entry)) ? null : entry);
  return new Map([...found].filter((pair): pair is [string, T] => pair[1] !== null));
}

function placeOf(
  entry: PlacedItem,
  idOf: ReadonlyMap<string, string>,
  parents: ReadonlySet<string | null>,
): Place {
  const id = idOf.get(entry.item.identifier) as string;
  return {
    parent_id: entry.parent === null ? null : (idOf.get(entry.parent) as string),
    ancestor_ids: entry.ancestors.map((ancestor) => idOf.get(ancestor) as string),
    depth: entry.depth,
    position: entry.position,
    is_leaf: entry.is_leaf && !parents.has(id),
    is_unplaced: entry.is_unplaced,
  };
}

function addWrite(
  plan: ImportPlan,
  entry: { id: string; placed: PlacedItem },
  before: ExistingStandard | undefined,
  place: Place,
  reordered: ReadonlySet<string>,
): void {
  const { id, placed } = entry;
  const { item } = placed;
  if (!before) {
    plan.counts.added += 1;
    plan.writes.push({ ...place, id, identifier: item.identifier, placed, code_changed: true });
    return;
  }
  const identifier = item.identifier_given ? item.identifier : before.identifier;
  const changed =
    before.content_hash !== item.content_hash ||
    before.state === 'retired' ||
    before.identifier !== identifier;
  const moved =
    before.parent_id !== place.parent_id ||
    before.is_unplaced !== place.is_unplaced ||
    reordered.has(before.id);
  if (changed) plan.counts.changed += 1;
  else if (moved) plan.counts.moved += 1;
  else plan.counts.unchanged += 1;
  if (changed || moved || !samePlace(before, place)) {
    plan.writes.push({ ...place, id, identifier, placed, code_changed: before.code !== item.code });
  }
}

/** Siblings that stand in another order than before; making room for a new one between them is no move. */
function reorderedIds(
  existing: readonly ExistingStandard[],
  placed: readonly PlacedItem[],
  matches: ReadonlyMap<string, ExistingStandard>,
): Set<string> {
  const before = new Map(existing.map((standard) => [standard.id, standard]));
  const siblings = new Map<string | null, string[]>();
  for (const { item, parent } of placed) {
    const own = matches.get(item.identifier);
    const parentBefore = parent === null ? null : matches.get(parent)?.id;
    if (!own || own.parent_id !== parentBefore) continue;
    const list = siblings.get(own.parent_id) ?? [];
    list.push(own.id);
    siblings.set(own.parent_id, list);
  }
  const reordered = new Set<string>();
  for (const ids of siblings.values()) {
    const positions = ids.map((id) => before.get(id)?.position ?? 0);
    const sorted = [...ids.keys()].sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0) || a - b);
    for (const [at, from] of sorted.entries()) if (at !== from) reordered.add(ids[from] as string);
  }
  return reordered;
}

/** A standard that stays although the file has lost it hangs on the nearest ancestor that is still there. */
function placeKept(
  kept: readonly ExistingStandard[],
  existing: readonly ExistingStandard[],
  matchedIds: ReadonlySet<string>,
  placed: readonly PlacedItem[],
  idOf: ReadonlyMap<string, string>,
): Map<string, Place> {
  const before = new Map(existing.map((standard) => [standard.id, standard]));
  const keptIds = new Set(kept.map(({ id }) => id));
  const lineage = new Map<string, { ancestors: string[]; is_unplaced: boolean }>();
  for (const { item, ancestors, is_unplaced } of placed) {
    lineage.set(idOf.get(item.identifier) as string, {
      ancestors: ancestors.map((one) => idOf.get(one) as string),
      is_unplaced,
    });
  }
  const places = new Map<string, Place>();
  const parents = new Set<string | null>();
  for (const standard of [...kept].sort((left, right) => left.depth - right.depth)) {
    let parent = standard.parent_id;
    while (parent !== null && !matchedIds.has(parent) && !keptIds.has(parent))
      parent = before.get(parent)?.parent_id ?? null;
    const above =
      parent === null ? { ancestors: [], is_unplaced: standard.is_unplaced } : lineage.get(parent);
    const ancestor_ids = parent === null ? [] : [...(above?.ancestors ?? []), parent];
    const is_unplaced = above?.is_unplaced ?? false;
    lineage.set(standard.id, { ancestors: ancestor_ids, is_unplaced });
    parents.add(parent);
    places.set(standard.id, {
      parent_id: parent,
      ancestor_ids,
      depth: ancestor_ids.length,
      position: standard.position,
      is_leaf: true,
      is_unplaced,
    });
  }
  for (const [id, place] of places) place.is_leaf = !parents.has(id);
  return places;
}

function samePlace(before: ExistingStandard, place: Place): boolean {
  return (
    before.parent_id === place.parent_id &&
    before.position === place.position &&
    before.depth === place.depth &&
    before.is_leaf === place.is_leaf &&
    before.is_unplaced === place.is_unplaced &&
    before.ancestor_ids.join() === place.ancestor_ids.join()
  );
}

export interface AssociationPlan {
  write: ReadAssociation[];
  remove: string[];
}

/** Associations have no life of their own: what differs is written again, what is gone goes. */
export function planAssociations(
  existing: readonly { id: string; identifier: string; content_hash: string }[],
  read: readonly ReadAssociation[],
): AssociationPlan {
  const hashes = new Map(existing.map(({ identifier, content_hash }) => [identifier, content_hash]));
  const wanted = new Map<string, ReadAssociation>();
  for (const association of read)
    if (!wanted.has(association.identifier)) wanted.set(association.identifier, association);
  return {
    write: [...wanted.values()].filter(
      ({ identifier, content_hash }) => hashes.get(identifier) !== content_hash,
    ),
    remove: existing.filter(({ identifier }) => !wanted.has(identifier)).map(({ id }) => id),
  };
}
