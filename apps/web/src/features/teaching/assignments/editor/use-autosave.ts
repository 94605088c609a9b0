'use client';
import { ApiProblem } from '@k12/contracts/client';
import {
  type Assignment,
  type AssignmentUpdate,
  updateAssignment,
} from '@k12/contracts/teaching/assignments';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';

export type Edits = Partial<Omit<AssignmentUpdate, 'lock_version' | 'scores'>>;
export type Saving =
  | { state: 'saved'; at: Date | null }
  | { state: 'saving' }
  | { state: 'failed'; message: string }
  /** Somebody else wrote meanwhile. */
  | { state: 'conflict'; current: Assignment }
  /** Points or type change what students have: scores stay or follow (TCH-44). */
  | { state: 'asks'; graded: number; totals: number };

const pauseMs = 800;

/** What is written is saved after a pause, one change after the other, each on the version of the one before. */
export function useAutosave(assignment: Assignment) {
  const send = useChange(updateAssignment);
  const [edits, setEdits] = useState<Edits>({});
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: null });
  const waiting = useRef<Edits>({});
  const version = useRef(assignment.lock_version);
  const isSending = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (!isSending.current && assignment.lock_version > version.current)
    version.current = assignment.lock_version;

  const flush = useCallback(
    async (scores?: 'keep' | 'scale') => {
      clearTimeout(timer.current);
      const changes = waiting.current;
      if (isSending.current || Object.keys(changes).length === 0) return;
      isSending.current = true;
      waiting.current = {};
      setSaving({ state: 'saving' });
      try {
        const body = { ...changes, ...(scores && { scores }), lock_version: version.current };
        const saved = await send({ params: { id: assignment.id }, body });
        version.current = saved.lock_version;
        setSaving({ state: 'saved', at: new Date() });
        setEdits((now) => without(now, changes));
      } catch (error) {
        // Nothing typed is lost: what was not taken waits with what came since.
        waiting.current = { ...changes, ...waiting.current };
        setSaving(failureOf(error));
        isSending.current = false;
        return;
      }
      isSending.current = false;
      if (Object.keys(waiting.current).length > 0) void flush();
    },
    [assignment.id, send],
  );

  const edit = useCallback(
    (changes: Edits) => {
      waiting.current = { ...waiting.current, ...changes };
      setEdits((before) => ({ ...before, ...changes }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pauseMs);
    },
    [flush],
  );

  /** Theirs stays; what was written here on top of it is given up, or written over it. */
  const resolve = useCallback(
    (current: Assignment, takes: 'theirs' | 'mine') => {
      version.current = current.lock_version;
      if (takes === 'theirs') {
        waiting.current = {};
        setEdits({});
        setSaving({ state: 'saved', at: null });
      } else void flush();
    },
    [flush],
  );

  /** A change that asked is given up. */
  const takeBack = useCallback(() => {
    waiting.current = {};
    setEdits({});
    setSaving({ state: 'saved', at: null });
  }, []);

  useEffect(() => () => void flush(), [flush]);
  useUnsavedGuard(saving.state !== 'saved');
  return { value: { ...assignment, ...edits } as Assignment, saving, edit, flush, resolve, takeBack };
}

function without(edits: Edits, saved: Edits): Edits {
  return Object.fromEntries(
    Object.entries(edits).filter(([field, value]) => (saved as Record<string, unknown>)[field] !== value),
  );
}

function failureOf(error: unknown): Saving {
  if (!(error instanceof ApiProblem)) return { state: 'failed', message: '' };
  if (error.code === 'version_conflict') {
    return { state: 'conflict', current: error.problem.current as Assignment };
  }
  if (error.code === 'assignment.scores_choice') {
    const { students_with_grades = 0, totals_affected = 0 } = error.problem.context ?? {};
    return { state: 'asks', graded: Number(students_with_grades), totals: Number(totals_affected) };
  }
  return { state: 'failed', message: error.problem.errors?.[0]?.detail ?? error.message };
}
