'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSession } from '@/lib/session-context.tsx';
import { Autosave, type SaveState } from '../autosave/autosave.ts';
import { type DraftCalls, draftPorts } from '../autosave/draft-calls.ts';
import type { KeptRecord } from '../autosave/draft-wire.ts';
import { editingTabs } from '../autosave/editing-tabs.ts';
import { holdVisit, keptEdits } from '../autosave/kept-edits.ts';
import type { PlanDocument } from '../document/plan-document.ts';

interface Setup {
  plan_id: string;
  document: PlanDocument;
  draft: { revision: number; last_edited_at: string };
  calls: DraftCalls;
  canEdit: boolean;
}

/** How often an open plan looks for what others saved, while it is in sight. */
const lookAgainMs = 20_000;

/** The autosave of an open plan, tied to what the browser tells about the page and the network. */
export function useAutosave({ plan_id, document, draft, calls, canEdit }: Setup) {
  const { me } = useSession();
  const owner = `${me.tenant.id}:${me.user.id}`;
  const [autosave, setAutosave] = useState<Autosave | null>(null);
  const [left, setLeft] = useState<KeptRecord[]>([]);
  // The draft given is the one the document began with; later ones arrive through the autosave itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said above
  useEffect(() => {
    if (!canEdit) return;
    const kept = keptEdits(owner);
    const visit = { id: crypto.randomUUID(), owner, plan_id };
    const release = holdVisit(visit.id);
    const ports = { ...draftPorts(calls, plan_id), kept, tabs: editingTabs(owner) };
    const saver = new Autosave({ visit, document, draft, ports });
    const stopListening = listenToPage(saver);
    setAutosave(saver);
    void kept.leftBehind(plan_id).then(setLeft, () => {});
    return () => {
      stopListening();
      saver.stop();
      release();
    };
  }, [plan_id, owner, document, canEdit]);
  return {
    autosave,
    left,
    settled: (id: string) => setLeft((records) => records.filter((each) => each.id !== id)),
  };
}

/** Leaving a field, a tab or the page sends at once (PLN-02); coming back, or the network coming back, tries again. */
function listenToPage(saver: Autosave): () => void {
  const onVisibility = () => {
    if (document.visibilityState === 'hidden') saver.flush({ leaving: true });
    else comeBack();
  };
  const comeBack = () => {
    saver.retryNow();
    void saver.refresh().catch(() => {});
  };
  const onBlur = () => saver.flush();
  const onLeave = () => saver.flush({ leaving: true });
  const onUnload = (event: BeforeUnloadEvent) => {
    saver.flush({ leaving: true });
    if (saver.hasUnsent()) event.preventDefault();
  };
  const looking = setInterval(() => {
    if (document.visibilityState === 'visible') void saver.refresh().catch(() => {});
  }, lookAgainMs);
  document.addEventListener('visibilitychange', onVisibility);
  document.addEventListener('focusout', onBlur);
  window.addEventListener('pagehide', onLeave);
  window.addEventListener('beforeunload', onUnload);
  window.addEventListener('online', comeBack);
  return () => {
    clearInterval(looking);
    document.removeEventListener('visibilitychange', onVisibility);
    document.removeEventListener('focusout', onBlur);
    window.removeEventListener('pagehide', onLeave);
    window.removeEventListener('beforeunload', onUnload);
    window.removeEventListener('online', comeBack);
  };
}

const nothing = () => () => {};

export function useSaveState(autosave: Autosave | null): SaveState | null {
  const read = () => autosave?.state() ?? null;
  return useSyncExternalStore(autosave?.subscribe ?? nothing, read, () => null);
}
