import type { ResourceFolder } from '@k12/contracts/planning/resource-folders';
import type { TreeItem } from '@k12/ui/tree';

export interface FolderGroup {
  scope: ResourceFolder['scope'];
  folders: ResourceFolder[];
}

const order: ResourceFolder['scope'][] = ['personal', 'team', 'school', 'tenant'];

/** Folders at the top, by whom they are for; a folder whose parent cannot be seen stands at the top too. */
export function groupsOf(folders: readonly ResourceFolder[]): FolderGroup[] {
  const ids = new Set(folders.map(({ id }) => id));
  const tops = folders.filter(({ parent_id }) => parent_id === null || !ids.has(parent_id));
  return order.flatMap((scope) => {
    const own = tops.filter((folder) => folder.scope === scope);
    return own.length > 0 ? [{ scope, folders: own }] : [];
  });
}

export function childrenOf(folders: readonly ResourceFolder[], id: string): ResourceFolder[] {
  return folders.filter(({ parent_id }) => parent_id === id);
}

/** The way down to a folder, itself last. */
export function pathTo(folders: readonly ResourceFolder[], id: string | null): ResourceFolder[] {
  const way: ResourceFolder[] = [];
  let next = folders.find((folder) => folder.id === id);
  while (next && !way.includes(next)) {
    way.unshift(next);
    const { parent_id } = next;
    next = folders.find((folder) => folder.id === parent_id);
  }
  return way;
}

/** All with their way down as one line, for choosing in a list; never the folder itself or what is below it. */
export function choicesOf(folders: readonly ResourceFolder[], except: string | null = null) {
  return folders
    .map((folder) => ({ folder, way: pathTo(folders, folder.id) }))
    .filter(({ way }) => !way.some(({ id }) => id === except))
    .map(({ folder, way }) => ({ value: folder.id, label: way.map(({ name }) => name).join(' / ') }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

export function treeItem(
  folders: readonly ResourceFolder[],
  folder: ResourceFolder,
  look: (folder: ResourceFolder) => Pick<TreeItem, 'icon' | 'end'>,
): TreeItem {
  const below = childrenOf(folders, folder.id);
  return {
    key: folder.id,
    label: folder.name,
    ...look(folder),
    ...(below.length > 0 ? { children: below.map((child) => treeItem(folders, child, look)) } : {}),
  };
}
