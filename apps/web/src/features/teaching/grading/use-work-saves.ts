'use client';
import {
  createFeedbackComment,
  deleteFeedbackComment,
  updateFeedbackComment,
} from '@k12/contracts/teaching/feedback';
import type { GradeCell } from '@k12/contracts/teaching/gradebook';
import { type GradedWork, getGradedWork, putWorkGrade } from '@k12/contracts/teaching/grading';
import { putRubricAssessment, type RubricMarks } from '@k12/contracts/teaching/rubric-assessments';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useSWRConfig } from 'swr';
import { callApi } from '@/lib/api/browser.ts';
import { recordKey } from '@/lib/api/keys.ts';
import { isRefused } from '@/lib/saving/is-refused.ts';
import { useSession } from '@/lib/session-context.tsx';
import { readPending } from './pending-saves.ts';
import { useDeviceCopy, useSaveQueue } from './use-save-queue.ts';

/** Theirs, and what one wanted to write over it (TCH-71). */
export interface Conflict {
  theirs: GradeCell;
  mine: string;
}

interface Parts {
  latest: RefObject<GradedWork>;
  request: { params: { id: string; student_id: string } };
  patch: (change: (now: GradedWork) => GradedWork) => Promise<unknown>;
  queue: ReturnType<typeof useSaveQueue>;
  copy: ReturnType<typeof useDeviceCopy>;
}

/** Saves what changes on one work, and sends again what could not be sent when the network is back (TCH-70). */
export function useWorkSaves(work: GradedWork, studentId: string) {
  const session = useSession();
  const { mutate } = useSWRConfig();
  const latest = useRef(work);
  latest.current = work;
  const request = { params: { id: work.assignment_id, student_id: studentId } };
  const key = recordKey(session, getGradedWork, request);
  const user = session.me.user.id;
  const patch = useCallback(
    (change: (now: GradedWork) => GradedWork) => {
      latest.current = change(latest.current);
      return mutate(key, latest.current, { revalidate: false });
    },
    [mutate, key],
  );
  const queue = useSaveQueue();
  const copy = useDeviceCopy(user, work.assignment_id, studentId);
  const parts = { latest, request, patch, queue, copy };
  const entries = useEntrySave(parts);
  const saveMarks = marksSave(parts);
  const comments = commentSave(parts);
  const saves = { saveEntry: entries.saveEntry, saveMarks, saveComment: comments.saveComment };
  useResending(saves, () => readPending(user, latest.current.assignment_id, studentId));
  return {
    ...saves,
    ...entries,
    removeComment: comments.removeComment,
    state: queue.state,
    refusal: queue.refusal,
    patch,
    work,
    latest: () => latest.current,
    /** The device’s copy, for a field that opens before it was sent. */
    kept: () => readPending(user, work.assignment_id, studentId),
    reload: useCallback(() => mutate(key), [mutate, key]),
  };
}

export type WorkSaves = ReturnType<typeof useWorkSaves>;

function useEntrySave({ latest, request, patch, queue, copy }: Parts) {
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const saveEntry = (value: string, options: { confirm_high?: boolean } = {}) => {
    copy.keep({ entry: { value, grade_version: latest.current.cell.grade_version } });
    return queue.run(async () => {
      try {
        const { grade_version } = latest.current.cell;
        const body = { entry: value, grade_version, ...options };
        const cell = await callApi(putWorkGrade, { ...request, body });
        copy.forget('entry');
        await patch((now) => ({ ...now, cell, has_new_work: false }));
      } catch (error) {
        if (!isRefused(error)) throw error;
        copy.forget('entry');
        const theirs = error.problem.current as GradeCell | undefined;
        if (error.code !== 'version_conflict' || !theirs) throw error;
        setConflict({ theirs, mine: value });
        await patch((now) => ({ ...now, cell: theirs }));
      }
    });
  };
  return { saveEntry, conflict, settle: () => setConflict(null) };
}

/** Stands for a judgement until the server has one. */
const notSaved = -1;

function marksSave({ latest, request, patch, queue, copy }: Parts) {
  return async (marks: RubricMarks, options: { is_accepted?: boolean; use_score?: boolean } = {}) => {
    const { rubric, assessment, attempts } = latest.current;
    if (!rubric) return;
    const attempt = assessment?.attempt ?? attempts[0]?.number ?? 0;
    copy.keep({ marks: { rubric_id: rubric.id, marks, lock_version: assessment?.lock_version ?? null } });
    const shown = assessment ?? provisional(rubric.id, attempt);
    await patch((now) => ({ ...now, assessment: { ...shown, marks } }));
    await queue.run(async () => {
      const before = latest.current.assessment;
      const lock_version = before && before.lock_version !== notSaved ? before.lock_version : null;
      const sent = before?.marks ?? marks;
      const body = { rubric_id: rubric.id, attempt, marks: sent, lock_version, ...options };
      const saved = await callApi(putRubricAssessment, { ...request, body });
      copy.forget('marks');
      // What was chosen while this was on its way is newer than what came back.
      await patch((now) => ({
        ...now,
        cell: saved.cell,
        assessment: { ...saved.assessment, marks: now.assessment?.marks ?? saved.assessment.marks },
      }));
    });
  };
}

function provisional(rubric_id: string, attempt: number): NonNullable<GradedWork['assessment']> {
  const nobody = { id: '', name: '' };
  const state = { is_complete: false, is_accepted: false, score: null, lock_version: notSaved };
  return { id: '', rubric_id, attempt, marks: {}, assessor: nobody, updated_at: '', ...state };
}

function commentSave({ latest, request, patch, queue, copy }: Parts) {
  const remove = async (id: string) => {
    await callApi(deleteFeedbackComment, { params: { id } });
    await patch((now) => ({ ...now, comments: now.comments.filter((one) => one.id !== id) }));
  };
  const removeComment = (id: string) => queue.run(() => remove(id));
  const saveComment = async (text: string, visibility: 'student' | 'staff') => {
    if (visibility === 'student') copy.keep({ comment: text });
    await queue.run(async () => {
      const own = latest.current.comments.find(
        (one) => one.can.update && one.state === 'draft' && one.visibility === visibility,
      );
      // What was erased before it was posted is not said.
      if (!text.trim()) {
        if (own) await remove(own.id);
        return copy.forget('comment');
      }
      const comment = own
        ? await callApi(updateFeedbackComment, {
            params: { id: own.id },
            body: { body: text, lock_version: own.lock_version },
          })
        : await callApi(createFeedbackComment, { ...request, body: { body: text, visibility } });
      copy.forget('comment');
      await patch((now) => ({
        ...now,
        comments: [...now.comments.filter(({ id }) => id !== comment.id), comment],
      }));
    });
  };
  return { saveComment, removeComment };
}

type Saves = Pick<WorkSaves, 'saveEntry' | 'saveMarks' | 'saveComment'>;

function useResending(saves: Saves, read: () => ReturnType<typeof readPending>): void {
  const newest = useRef({ saves, read });
  newest.current = { saves, read };
  useEffect(() => {
    const resend = () => {
      const kept = newest.current.read();
      const { saveEntry, saveMarks, saveComment } = newest.current.saves;
      if (kept?.entry) void saveEntry(kept.entry.value);
      if (kept?.marks) void saveMarks(kept.marks.marks);
      if (kept?.comment !== undefined) void saveComment(kept.comment, 'student');
    };
    resend();
    window.addEventListener('online', resend);
    return () => window.removeEventListener('online', resend);
  }, []);
}
