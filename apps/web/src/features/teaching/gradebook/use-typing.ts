import { useTranslations } from 'next-intl';
import { type RefObject, useRef, useState } from 'react';
import type { CellKey, Edit, SheetStore } from './sheet-store.ts';

interface Draft {
  text: string;
  /** Why it cannot be taken. */
  note: string | null;
  refused: string | null;
}

interface Options {
  store: SheetStore;
  mark: '.' | ',';
  grid: RefObject<HTMLElement | null>;
  activeKey: CellKey;
}

/** The open cell and what is typed in it (TCH-95, TCH-96). */
export function useTyping({ store, mark, grid, activeKey }: Options) {
  const t = useTranslations('teaching-gradebook');
  const [draft, keepDraft] = useState<Draft | null>(null);
  // Leaving the field is told before this is drawn again: what was cancelled must not be saved by it.
  const latest = useRef<Draft | null>(null);
  const setDraft = (next: Draft | null) => {
    latest.current = next;
    store.isTyping = next !== null;
    keepDraft(next);
  };

  /** False while what was typed cannot be taken; a score far above the points is taken at the second yes. */
  const commit = (): boolean => {
    const typed = latest.current;
    if (!typed) return true;
    const isSure = typed.refused === 'confirm_high';
    const edit: Edit = { ...activeKey, entry: typed.text.trim(), ...(isSure ? { confirm_high: true } : {}) };
    const read = store.understand(edit, mark);
    if (read.kind === 'refused') {
      setDraft({ ...typed, note: t(`refusals.${read.code}`), refused: read.code });
      return false;
    }
    setDraft(null);
    store.edit([edit], 'edit', mark);
    grid.current?.focus({ preventScroll: true });
    return true;
  };

  return {
    draft,
    begin: (text: string) => setDraft({ text, note: null, refused: null }),
    setText: (text: string) => latest.current && setDraft({ text, note: null, refused: null }),
    commit,
    cancel: () => {
      setDraft(null);
      grid.current?.focus({ preventScroll: true });
    },
    /** Left without a second yes: the cell keeps what was typed, in red, and nothing is sent. */
    leave: () => {
      const typed = latest.current;
      if (!typed || commit()) return;
      store.edit([{ ...activeKey, entry: typed.text.trim() }], 'edit', mark);
      setDraft(null);
    },
  };
}
