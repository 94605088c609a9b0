import { getGradebook } from '@k12/contracts/teaching/gradebook';
import { useEffect } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import type { SheetStore } from './sheet-store.ts';

const everyMs = 15_000;

/** Asks for what others changed while the sheet is looked at, and at once when it is looked at again (TCH-101). */
export function usePolling(store: SheetStore): void {
  useEffect(() => {
    let isAsking = false;
    const ask = async () => {
      if (isAsking || document.visibilityState !== 'visible') return;
      isAsking = true;
      const request = { params: { id: store.book.course.id }, query: { since: store.book.state } };
      try {
        const news = await callApi(getGradebook, request);
        if (news.frame === store.book.frame) store.merge(news);
        // Rows and columns come and go when no cell is open; until then the next round asks for the same again.
        else if (!store.isTyping)
          store.load(await callApi(getGradebook, { params: request.params, query: {} }));
      } catch {
        // The next round asks again; what is typed meanwhile has a state of its own.
      }
      isAsking = false;
    };
    const timer = setInterval(ask, everyMs);
    window.addEventListener('focus', ask);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', ask);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [store]);
}
