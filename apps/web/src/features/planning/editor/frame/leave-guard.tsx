'use client';
import { useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';
import type { Autosave } from '../autosave/autosave.ts';
import { useSaveState } from './use-autosave.ts';

/** Leaving with edits that cannot be sent warns first; what is merely on its way leaves with the page (PLN-04). */
export function LeaveGuard({ autosave }: { autosave: Autosave }) {
  const state = useSaveState(autosave);
  useUnsavedGuard(state !== null && ['retrying', 'refused', 'conflict'].includes(state.kind));
  return null;
}
