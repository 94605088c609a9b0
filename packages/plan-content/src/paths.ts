/**
 * A path names one place in a plan's content: a JSON pointer whose steps through lists are ids of items, not
 * positions, so that it means the same after others have added, removed or moved items.
 */
export type Content = Record<string, unknown>;

export interface Item {
  id: string;
  [field: string]: unknown;
}

export function splitPath(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function joinPath(...steps: readonly string[]): string {
  return steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

export function lastStep(path: string): string {
  return splitPath(path).at(-1) ?? '';
}

export function sectionOf(path: string): string {
  return splitPath(path)[0] ?? '';
}

/** The value at a path, undefined when there is none. */
export function readPath(content: Content, path: string): unknown {
  return splitPath(path).reduce<unknown>(stepInto, content);
}

export function isItemList(value: unknown): value is Item[] {
  return Array.isArray(value) && value.every(isItem);
}

export function isItem(value: unknown): value is Item {
  return isRecord(value) && typeof value.id === 'string';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stepInto(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value.find((item) => isItem(item) && item.id === step);
  return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
