'use client';
import { getMyFeedback } from '@k12/contracts/teaching/feedback';
import { putSelfAssessment, type RubricMarks } from '@k12/contracts/teaching/rubric-assessments';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { keepOnDevice, readFromDevice } from '@/lib/saving/device-copy.ts';
import { type JudgementCalls, JudgementSaver } from './judgement-saver.ts';
import { useOwner } from './use-work-saver.ts';

const timers = {
  later: (run: () => void, ms: number) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

const calls = (assignmentId: string): JudgementCalls => {
  const params = { id: assignmentId };
  return {
    save: (marks, lock_version) => callApi(putSelfAssessment, { params, body: { marks, lock_version } }),
    read: async () => (await callApi(getMyFeedback, { params, query: {} })).self_assessment,
  };
};

/** What the student has chosen, tied to what the browser tells about the network. */
export function useJudgement(
  assignmentId: string,
  saved: { marks: RubricMarks; lock_version: number } | null,
) {
  const owner = useOwner();
  const [saver] = useState(() => {
    const key = `homeroom.judgement.${owner}.${assignmentId}`;
    const store = {
      get: () => readFromDevice<RubricMarks>(key),
      put: (chosen: RubricMarks | null) => keepOnDevice(key, chosen),
    };
    return new JudgementSaver(saved, calls(assignmentId), store, timers);
  });
  useEffect(() => {
    saver.start();
    window.addEventListener('online', saver.send);
    return () => {
      window.removeEventListener('online', saver.send);
      saver.stop();
    };
  }, [saver]);
  const state = useSyncExternalStore(saver.subscribe, saver.read, saver.read);
  return { ...state, choose: saver.choose };
}
