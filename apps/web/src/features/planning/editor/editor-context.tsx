'use client';
import type { PackSection } from '@k12/contracts/planning/packs';
import type { LockedPath } from '@k12/contracts/planning/plan-records';
import { isWithin } from '@k12/plan-content/overlap';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { PlanDocument } from './document/plan-document.ts';

interface EditorValue {
  /** The parts that are shown, in their order. */
  sections: readonly PackSection[];
  document: PlanDocument;
  canEdit: boolean;
  /** Whose choice of frameworks the search of standards keeps to (PLN-82). */
  school_id: string | null;
  locked: readonly LockedPath[];
  /** Says to assistive technology what a keystroke did. */
  announce: (words: string) => void;
  /** Saves what waits, and waits for that. */
  finish: () => Promise<void>;
  saveVersion: () => void;
}

const EditorContext = createContext<EditorValue | null>(null);

export const EditorProvider = EditorContext.Provider;

export function useEditor(): EditorValue {
  const value = useContext(EditorContext);
  if (!value) throw new Error('A section outside of an editor');
  return value;
}

/** One value of the content; what reads it is drawn again only when this value changes. */
export function useContentValue(path: string): unknown {
  const { document } = useEditor();
  const read = () => document.value(path);
  return useSyncExternalStore(document.subscribe, read, read);
}

/** The lock that makes this path read-only, if any (PLN-26). */
export function useLock(path: string): LockedPath | undefined {
  return useEditor().locked.find((lock) => isWithin(path, lock.path));
}

export function useMayEdit(path: string): boolean {
  const { canEdit } = useEditor();
  const lock = useLock(path);
  return canEdit && !lock;
}
