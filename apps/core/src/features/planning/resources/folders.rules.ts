import { type FolderScope, mostFolderLevels } from '@k12/contracts/planning/resource-folders';

export interface FolderPlace {
  parent_id: string | null;
  scope: FolderScope;
  owner_id: string;
  planning_context_id: string | null;
  school_id: string | null;
}

export function normalizeName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('en');
}

/** What names are unique in: the folder above, or at the top whoever the folder is for (PLN-128). */
export function siblingsKey(place: FolderPlace): string {
  if (place.parent_id) return place.parent_id;
  const holders = {
    personal: place.owner_id,
    team: place.planning_context_id,
    school: place.school_id,
    tenant: '',
  };
  return `${place.scope}:${holders[place.scope] ?? ''}`;
}

/** Levels that there would be with a folder and what is below it under this parent. */
export function fitsBelow(parentAncestors: number | null, height: number): boolean {
  const above = parentAncestors === null ? 0 : parentAncestors + 1;
  return above + height <= mostFolderLevels;
}

export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(normalizeName(name))) return name;
  for (let number = 2; ; number++) {
    const candidate = `${name.slice(0, 112)} (${number})`;
    if (!taken.has(normalizeName(candidate))) return candidate;
  }
}
