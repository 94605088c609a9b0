'use client';
import { useEffect } from 'react';
import { isTyping } from '../history/use-change-steps.ts';

/** `j` and `k` lead through the queue, as in a reader of mail. */
export function useQueueKeys(
  rows: readonly { id: string }[],
  open: string | null,
  onOpen: (id: string) => void,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || (event.key !== 'j' && event.key !== 'k')) return;
      const at = rows.findIndex((row) => row.id === open);
      const next = rows[event.key === 'j' ? Math.min(rows.length - 1, at + 1) : Math.max(0, at - 1)];
      if (next) onOpen(next.id);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [rows, open, onOpen]);
}
