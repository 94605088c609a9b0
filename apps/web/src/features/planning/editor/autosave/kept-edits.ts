import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptEdits, KeptRecord } from './draft-wire.ts';

interface KeptDatabase extends DBSchema {
  edits: { key: string; value: KeptRecord; indexes: { plan: [string, string] } };
}

let database: Promise<IDBPDatabase<KeptDatabase>> | null = null;

function open(): Promise<IDBPDatabase<KeptDatabase>> {
  database ??= openDB<KeptDatabase>('homeroom-edits', 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('edits', { keyPath: 'id' }).createIndex('plan', ['owner', 'plan_id']);
    },
    terminated: () => {
      database = null;
    },
  });
  return database;
}

const lockName = (id: string) => `homeroom-editing-${id}`;

/** Edits kept in the browser's own database, apart by person: on a shared device nobody is offered another's. */
export function keptEdits(owner: string): KeptEdits {
  return {
    put: async (record) => {
      await (await open()).put('edits', record);
    },
    remove: async (id) => {
      await (await open()).delete('edits', id);
    },
    leftBehind: async (plan_id) => {
      const records = await (await open()).getAllFromIndex('edits', 'plan', [owner, plan_id]);
      const living = await livingVisits();
      return records
        .filter(({ id }) => !living.has(id))
        .sort((a, b) => a.edited_at.localeCompare(b.edited_at));
    },
  };
}

/** While a tab edits, it holds a lock by this name; the browser frees it whatever way the tab ends. */
export function holdVisit(id: string): () => void {
  let release = () => {};
  const done = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks?.request(lockName(id), () => done);
  return release;
}

async function livingVisits(): Promise<Set<string>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  const prefix = lockName('');
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
}
