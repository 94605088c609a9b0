import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptWork, WorkStore } from './work-wire.ts';

/** A file on its way, so that it goes on after a reload (TCH-53). */
export interface KeptUpload {
  id: string;
  /** Person and assignment. */
  work: string;
  upload_id: string | null;
  file: File;
}

interface KeptDatabase extends DBSchema {
  work: { key: string; value: KeptWork };
  uploads: { key: string; value: KeptUpload; indexes: { work: string } };
}

let database: Promise<IDBPDatabase<KeptDatabase>> | null = null;

function open(): Promise<IDBPDatabase<KeptDatabase>> {
  database ??= openDB<KeptDatabase>('homeroom-work', 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('work', { keyPath: 'id' });
      fresh.createObjectStore('uploads', { keyPath: 'id' }).createIndex('work', 'work');
    },
    terminated: () => {
      database = null;
    },
  });
  return database;
}

/** Apart by person: on a shared device nobody is offered the words of another. */
export function keptWork(owner: string, assignmentId: string): WorkStore {
  const id = `${owner}:${assignmentId}`;
  return {
    get: async () => (await open()).get('work', id),
    put: async (record) => {
      await (await open()).put('work', { ...record, id });
    },
    remove: async () => {
      await (await open()).delete('work', id);
    },
  };
}

export function keptUploads(owner: string, assignmentId: string) {
  const work = `${owner}:${assignmentId}`;
  return {
    list: async () => (await open()).getAllFromIndex('uploads', 'work', work),
    get: async (id: string) => (await open()).get('uploads', id),
    put: async (upload: Omit<KeptUpload, 'work'>) => {
      await (await open()).put('uploads', { ...upload, work });
    },
    remove: async (id: string) => {
      await (await open()).delete('uploads', id);
    },
  };
}

export type UploadStore = ReturnType<typeof keptUploads>;
