'use client';
import { getMySubmission, type WorkDraft } from '@k12/contracts/teaching/submissions';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { useSession } from '@/lib/session-context.tsx';
import { keptWork } from './kept-work.ts';
import { workCalls } from './work-calls.ts';
import { WorkSaver } from './work-saver.ts';

const timers = {
  later: (run: () => void, ms: number) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  now: () => new Date(),
  newKey: () => crypto.randomUUID(),
};

/** Whose words these are, on a device that several may use. */
export function useOwner(): string {
  const { me } = useSession();
  return `${me.tenant.id}:${me.user.id}`;
}

/** The saver of an open piece of work, tied to what the browser tells about page and network; null until it has looked. */
export function useWorkSaver(assignmentId: string, draft: WorkDraft): WorkSaver | null {
  const owner = useOwner();
  const [saver, setSaver] = useState<WorkSaver | null>(null);
  // The draft given is the one the editor began with; later ones come through the saver.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said above
  useEffect(() => {
    let isHere = true;
    let end = () => {};
    void newestDraft(assignmentId, draft).then(async (newest) => {
      if (!isHere) return;
      const made = new WorkSaver(newest, workCalls(assignmentId), keptWork(owner, assignmentId), timers);
      const stopListening = listenToPage(made);
      end = () => {
        stopListening();
        made.flush();
        made.stop();
      };
      await made.restore();
      if (isHere) setSaver(made);
    });
    return () => {
      isHere = false;
      end();
    };
  }, [assignmentId, owner]);
  return saver;
}

/** What a page shows from memory may be older than what was saved from it a moment ago. */
async function newestDraft(assignmentId: string, known: WorkDraft): Promise<WorkDraft> {
  if (navigator.onLine === false) return known;
  const reply = await callApi(getMySubmission, { params: { id: assignmentId } }).catch(() => null);
  return reply && reply.draft.version > known.version ? reply.draft : known;
}

export function useWorkState(saver: WorkSaver) {
  return useSyncExternalStore(saver.subscribe, saver.read, saver.read);
}

function listenToPage(saver: WorkSaver): () => void {
  const flush = () => saver.flush();
  document.addEventListener('visibilitychange', flush);
  window.addEventListener('pagehide', flush);
  window.addEventListener('online', flush);
  return () => {
    document.removeEventListener('visibilitychange', flush);
    window.removeEventListener('pagehide', flush);
    window.removeEventListener('online', flush);
  };
}
