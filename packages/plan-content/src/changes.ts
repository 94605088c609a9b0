import type { DraftChange } from '@k12/contracts/planning/drafts';
import { type Content, type Item, isItem, isRecord, lastStep, parentOf, splitPath } from './paths.ts';

export type Change = DraftChange;

export type FaultCode = 'no_such_place' | 'not_a_list' | 'duplicate_id' | 'no_such_item' | 'wrong_id';

/** A change that cannot be made: what it names is not there, or is there already. */
export class ChangeFault extends Error {
  readonly code: FaultCode;
  readonly path: string;

  constructor(code: FaultCode, path: string) {
    super(`${code} at ${path}`);
    this.code = code;
    this.path = path;
  }
}

/**
 * The content with the change made; parts that are not touched stay the same objects. Removing what is gone changes
 * nothing; anything else that does not fit throws.
 */
export function applyChange(content: Content, change: Change): Content {
  switch (change.op) {
    case 'set':
      return change.value === null || change.value === undefined
        ? removeAt(content, change.path)
        : setAt(content, change.path, change.value);
    case 'remove':
      return removeAt(content, change.path);
    case 'insert':
      return insertInto(content, change.path, change.value, change.after);
    case 'move':
      return moveItem(content, change.path, change.after);
  }
}

function setAt(content: Content, path: string, value: unknown): Content {
  const key = lastStep(path);
  return withParent(content, path, (parent) => {
    if (!Array.isArray(parent)) return { ...parent, [key]: value };
    if (!isItem(value) || value.id !== key) throw new ChangeFault('wrong_id', path);
    if (!parent.some((item) => idOf(item) === key)) throw new ChangeFault('no_such_item', path);
    return parent.map((item) => (idOf(item) === key ? value : item));
  });
}

function removeAt(content: Content, path: string): Content {
  const key = lastStep(path);
  try {
    return withParent(content, path, (parent) => {
      if (Array.isArray(parent)) return parent.filter((item) => idOf(item) !== key);
      const { [key]: _gone, ...rest } = parent;
      return rest;
    });
  } catch (fault) {
    if (fault instanceof ChangeFault) return content;
    throw fault;
  }
}

function insertInto(content: Content, path: string, item: Item, after: string | null): Content {
  return withList(content, path, (list) => {
    if (list.some((other) => idOf(other) === item.id)) throw new ChangeFault('duplicate_id', path);
    return placed(list, item, after);
  });
}

function moveItem(content: Content, path: string, after: string | null): Content {
  const id = lastStep(path);
  if (after === id) return content;
  return withList(content, parentOf(path), (list) => {
    const item = list.find((other) => idOf(other) === id);
    if (item === undefined) throw new ChangeFault('no_such_item', path);
    return placed(
      list.filter((other) => other !== item),
      item,
      after,
    );
  });
}

/** After the item named; at the end when that one is gone, so that nothing is lost. */
function placed(list: readonly unknown[], item: unknown, after: string | null): unknown[] {
  if (after === null) return [item, ...list];
  const at = list.findIndex((other) => idOf(other) === after);
  return at < 0 ? [...list, item] : list.toSpliced(at + 1, 0, item);
}

type Parent = Record<string, unknown> | unknown[];

/** Rebuilds what is above the place; every step but the last must lead somewhere. */
function withParent(content: Content, path: string, change: (parent: Parent) => Parent): Content {
  const steps = splitPath(path).slice(0, -1);
  return rebuilt(content, steps, path, change) as Content;
}

function withList(content: Content, path: string, change: (list: unknown[]) => unknown[]): Content {
  const key = lastStep(path);
  return withParent(content, path, (parent) => {
    if (Array.isArray(parent)) throw new ChangeFault('not_a_list', path);
    const list = Object.hasOwn(parent, key) ? parent[key] : [];
    if (!Array.isArray(list)) throw new ChangeFault('not_a_list', path);
    return { ...parent, [key]: change(list) };
  });
}

function rebuilt(
  value: unknown,
  steps: readonly string[],
  path: string,
  change: (parent: Parent) => Parent,
): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (isRecord(value) || Array.isArray(value)) return change(value);
    throw new ChangeFault('no_such_place', path);
  }
  if (Array.isArray(value)) {
    if (!value.some((item) => idOf(item) === step)) throw new ChangeFault('no_such_item', path);
    return value.map((item) => (idOf(item) === step ? rebuilt(item, rest, path, change) : item));
  }
  if (!isRecord(value) || !Object.hasOwn(value, step)) throw new ChangeFault('no_such_place', path);
  return { ...value, [step]: rebuilt(value[step], rest, path, change) };
}

function idOf(item: unknown): string | undefined {
  return isItem(item) ? item.id : undefined;
}
