import { useTranslations } from 'next-intl';
import { type RefObject, useState } from 'react';
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
  const setDraft = (next: Draft | null) => {
    store.isTyping = next !== null;
    keepDraft(next);
  };

  /** False while what was typed cannot be taken; a score far above the points is taken at the second yes. */
  const commit = (): boolean => {
    if (!draft) return true;
    const isSure = draft.refused === 'confirm_high';
    const edit: Edit = { ...activeKey, entry: draft.text.trim(), ...(isSure ? { confirm_high: true } : {}) };
    const read = store.understand(edit, mark);
    if (read.kind === 'refused') {
      setDraft({ ...draft, note: t(`refusals.${read.code}`), refused: read.code });
      return false;
    }
    setDraft(null);
    store.edit([edit], 'edit', mark);
    grid.current?.focus();
    return true;
  };

  return {
    draft,
    begin: (text: string) => setDraft({ text, note: null, refused: null }),
    setText: (text: string) => keepDraft((known) => known && { ...known, text, note: null, refused: null }),
    commit,
    cancel: () => {
      setDraft(null);
      grid.current?.focus();
    },
    /** Left without a second yes: the cell keeps what was typed, in red, and nothing is sent. */
    leave: () => {
      if (!draft || commit()) return;
      store.edit([{ ...activeKey, entry: draft.text.trim() }], 'edit', mark);
      setDraft(null);
    },
  };
}
