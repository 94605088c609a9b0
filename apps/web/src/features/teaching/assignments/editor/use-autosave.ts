'use client';
import { type Assignment, updateAssignment } from '@k12/contracts/teaching/assignments';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';
import { keepOnDevice, readFromDevice } from '@/lib/saving/device-copy.ts';
import { isRefused } from '@/lib/saving/is-refused.ts';
import { useSession } from '@/lib/session-context.tsx';
import { Autosave, type Edits, type KeptEdits, type Saved, type Scores } from './autosave.ts';

const pauseMs = 800;
const againMs = 5_000;

/** What is written is on the device and on its way to the server after a pause (UXP-33). */
export function useAutosave(assignment: Assignment) {
  const { id } = assignment;
  const key = `homeroom.assignment.${useSession().me.user.id}.${id}`;
  const send = useChange(updateAssignment);
  const [, rerender] = useReducer((count: number) => count + 1, 0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [autosave] = useState(
    () =>
      new Autosave(assignment, {
        save: async (changes, lock_version, scores) => {
          try {
            const body = { ...changes, ...(scores && { scores }), lock_version };
            return { kind: 'done', record: await send({ params: { id }, body }) };
          } catch (error) {
            return outcomeOf(error);
          }
        },
        keep: (kept) => keepOnDevice(key, kept),
        onChange: rerender,
        now: () => new Date(),
      }),
  );
  autosave.meet(assignment);
  const { value, saving } = autosave;

  const flush = useCallback(
    (scores?: Scores) => {
      clearTimeout(timer.current);
      return autosave.flush(scores);
    },
    [autosave],
  );
  const flushAfter = useCallback(
    (ms: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), ms);
    },
    [flush],
  );
  const edit = useCallback(
    (changes: Edits) => {
      autosave.edit(changes);
      flushAfter(pauseMs);
    },
    [autosave, flushAfter],
  );

  useEffect(() => {
    const kept = readFromDevice<KeptEdits>(key);
    if (kept) {
      autosave.takeUp(kept);
      flushAfter(0);
    }
    return () => void flush();
  }, [autosave, flush, flushAfter, key]);
  useEffect(() => {
    if (saving.state !== 'offline') return;
    flushAfter(againMs);
    const again = () => flushAfter(0);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [saving, flushAfter]);
  useUnsavedGuard(saving.state !== 'saved');
  return {
    ...{ value, saving, edit, flush },
    resolve: (takes: 'theirs' | 'mine') => void autosave.resolve(takes),
    takeBack: () => autosave.takeBack(),
  };
}

function outcomeOf(error: unknown): Saved {
  if (!isRefused(error)) return { kind: 'unreached' };
  if (error.code === 'version_conflict') {
    return { kind: 'outdated', current: error.problem.current as Assignment };
  }
  if (error.code === 'assignment.scores_choice') {
    const { students_with_grades = 0, totals_affected = 0 } = error.problem.context ?? {};
    return { kind: 'asks', graded: Number(students_with_grades), totals: Number(totals_affected) };
  }
  return { kind: 'refused', message: error.problem.errors?.[0]?.detail ?? error.message };
}
