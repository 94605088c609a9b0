'use client';
import { type Gradebook, getGradebook } from '@k12/contracts/teaching/gradebook';
import type { GradebookArrangement } from '@k12/contracts/teaching/gradebook-views';
import { SkeletonRows } from '@k12/ui/skeleton';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { callApi, prepareToWrite } from '@/lib/api/browser.ts';
import { useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';
import { loaded } from '@/lib/loaded-part.tsx';
import { decimalMark } from '@/lib/locales.ts';
import { useSession } from '@/lib/session-context.tsx';
import { PageFailure } from './load-failure.tsx';
import { SaveQueue } from './save-queue.ts';
import { Sheet } from './sheet.tsx';
import { SheetStore } from './sheet-store.ts';
import { loadArrangement } from './use-arrangement.ts';
import { usePolling } from './use-polling.ts';
import { whenIdle } from './when-idle.ts';

// A screen has room for the one or for the other.
const NarrowSheet = dynamic(
  loaded(() => import('./narrow-sheet.tsx').then((module) => module.NarrowSheet)),
  { loading: () => <Waiting />, ssr: false },
);

interface Opened {
  store: SheetStore;
  queue: SaveQueue;
  arrangement: GradebookArrangement;
}

/** Reads the sheet once, then only what changed; a phone shows one student at a time. */
export function GradebookScreen({ courseId }: { courseId: string }) {
  const { me, locale } = useSession();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [attempt, setAttempt] = useState(0);
  const mark = decimalMark(locale);
  const userId = me.user.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads again
  useEffect(() => {
    let isGone = false;
    setError(null);
    Promise.all([callApi(getGradebook, { params: { id: courseId }, query: {} }), loadArrangement(courseId)])
      .then(([book, arrangement]: [Gradebook, GradebookArrangement]) => {
        if (isGone) return;
        const store = new SheetStore(book);
        const queue = new SaveQueue(store, { courseId, userId, decimalComma: mark === ',' });
        queue.restore();
        setOpened({ store, queue, arrangement });
      })
      .catch((failure: Error) => {
        if (!isGone) setError(failure);
      });
    return () => {
      isGone = true;
    };
  }, [courseId, userId, mark, attempt]);
  if (error) return <PageFailure error={error} onRetry={() => setAttempt((count) => count + 1)} />;
  if (!opened) return <Waiting />;
  return <OpenSheet key={courseId} {...opened} mark={mark} />;
}

function Waiting() {
  const t = useTranslations('teaching-gradebook');
  return (
    <div className="p-5" aria-busy="true">
      <h1 className="mb-4 text-heading font-bold text-ink">{t('title')}</h1>
      <SkeletonRows rows={14} />
    </div>
  );
}

function OpenSheet({ store, queue, arrangement, mark }: Opened & { mark: '.' | ',' }) {
  const version = useSyncExternalStore(store.subscribe, store.version, store.version);
  const isWide = useSyncExternalStore(watchWidth, isWideNow, () => true);
  usePolling(store);
  // What is on its way arrives although the page is left by a link; what was refused or failed would not.
  useUnsavedGuard(queue.stuck > 0);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (queue.unsaved > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', queue.retry);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', queue.retry);
    };
  }, [queue]);
  useEffect(() => (store.book.can.edit ? whenIdle(prepareToWrite) : undefined), [store]);
  const shared = { store, version, mark, arrangement, onRetry: queue.retry };
  return isWide ? <Sheet {...shared} /> : <NarrowSheet {...shared} />;
}

const wide = '(min-width: 768px)';

function watchWidth(listener: () => void) {
  const query = window.matchMedia(wide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

function isWideNow(): boolean {
  return window.matchMedia(wide).matches;
}
