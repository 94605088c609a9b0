'use client';
import { useTranslations } from 'next-intl';
import { usePageShortcuts } from '@/shell/page-shortcuts.ts';
import type { PlanParts } from '../plan-parts.tsx';

const shortcuts = [
  { key: 'newLesson', keys: ['Alt', 'N'], unitOnly: true },
  { key: 'align', keys: ['Alt', 'A'] },
  { key: 'attach', keys: ['Alt', 'R'] },
  { key: 'comment', keys: ['Alt', 'C'] },
  { key: 'publish', keys: ['Alt', 'P'], unitOnly: true },
  { key: 'move', keys: ['Alt', '↑ ↓'] },
  { key: 'addAfter', keys: ['Ctrl', '↵'] },
  { key: 'insert', keys: ['/'] },
  { key: 'moveBlock', keys: ['Ctrl', 'Shift', '↑ ↓'] },
  { key: 'undo', keys: ['Ctrl', 'Z'] },
  { key: 'redo', keys: ['Ctrl', 'Shift', 'Z'] },
  { key: 'saveVersion', keys: ['Ctrl', 'S'] },
  { key: 'history', keys: ['Ctrl', 'Shift', 'H'] },
] as const;

/** The keys of the editor, for the list under `?`: each daily act in at most five keystrokes (PLN-190). */
export function useEditorShortcuts(kind: PlanParts['kind']): void {
  const t = useTranslations('planning-editor.keys');
  usePageShortcuts(
    shortcuts
      .filter((shortcut) => kind === 'unit' || !('unitOnly' in shortcut))
      .map(({ key, keys }) => ({ keys, label: t(key) })),
  );
}
