import type { Lock } from '@k12/contracts/teaching/module-progress';

export interface LockItem {
  id: string;
  title: string;
  is_required: boolean;
  is_done: boolean;
  /** Done once under an earlier rule; what it opened stays open (TCH-23). */
  has_passed: boolean;
}

export interface LockModule {
  id: string;
  title: string;
  unlock_at: string | null;
  is_sequential: boolean;
  prerequisite_ids: readonly string[];
  items: readonly LockItem[];
}

export interface Locks {
  modules: Map<string, Lock | null>;
  items: Map<string, Lock | null>;
}

/** What is closed to one student and why (TCH-21); only what they may know of is given. */
export function locksOf(modules: readonly LockModule[], now: Date): Locks {
  const locks: Locks = { modules: new Map(), items: new Map() };
  for (const module of modules) {
    const lock = lockOfModule(module, modules, now);
    locks.modules.set(module.id, lock);
    let blocking: LockItem | null = null;
    for (const item of module.items) {
      const sequence: Lock | null = blocking && {
        kind: 'sequence',
        unlock_at: null,
        first: [{ id: blocking.id, title: blocking.title }],
      };
      locks.items.set(item.id, lock ?? sequence);
      if (module.is_sequential && !blocking && isOpenEnd(item)) blocking = item;
    }
  }
  return locks;
}

function lockOfModule(module: LockModule, modules: readonly LockModule[], now: Date): Lock | null {
  if (module.unlock_at && Date.parse(module.unlock_at) > now.getTime()) {
    return { kind: 'unlock_at', unlock_at: module.unlock_at, first: [] };
  }
  // What is not published or not for this student cannot be waited for, and must not be named.
  const missing = modules.filter(
    ({ id, items }) => module.prerequisite_ids.includes(id) && items.some(isOpenEnd),
  );
  if (missing.length === 0) return null;
  return { kind: 'prerequisite', unlock_at: null, first: missing.map(({ id, title }) => ({ id, title })) };
}

function isOpenEnd({ is_required, is_done, has_passed }: LockItem): boolean {
  return is_required && !is_done && !has_passed;
}
