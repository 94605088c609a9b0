'use client';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useCallback } from 'react';
import { useEditor } from '../editor-context.tsx';
import { focusPath } from '../focus-path.ts';

export interface ListItem {
  id: string;
  [field: string]: unknown;
}

/** What the keyboard can do with the items of a list: move, add after, take out (PLN-12, PLN-178). */
export function useItemActions(listPath: string) {
  const { document, announce } = useEditor();
  const t = useTranslations('planning-editor');
  const items = useCallback(
    () => (document.value(listPath) as ListItem[] | undefined) ?? [],
    [document, listPath],
  );

  const moveTo = useCallback(
    (id: string, position: number) => {
      const rest = items().filter((item) => item.id !== id);
      const at = Math.max(0, Math.min(position, rest.length));
      document.edit([{ op: 'move', path: `${listPath}/${id}`, after: rest[at - 1]?.id ?? null }]);
      announce(t('moved', { position: at + 1, total: rest.length + 1 }));
    },
    [announce, document, items, listPath, t],
  );
  const move = useCallback(
    (id: string, step: -1 | 1) => {
      const at = items().findIndex((item) => item.id === id);
      const goal = at + step;
      if (goal < 0 || goal >= items().length) return;
      const focused = window.document.activeElement?.getAttribute('data-path');
      moveTo(id, goal);
      if (focused) focusPath(focused);
    },
    [items, moveTo],
  );
  const add = useCallback(
    (item: ListItem, after: string | null, focus: string) => {
      document.edit([{ op: 'insert', path: listPath, value: item, after }]);
      focusPath(`${listPath}/${item.id}/${focus}`);
    },
    [document, listPath],
  );
  const remove = useCallback(
    (id: string, focus?: string) => {
      const at = items().findIndex((item) => item.id === id);
      const neighbour = items()[at - 1] ?? items()[at + 1];
      document.edit([{ op: 'remove', path: `${listPath}/${id}` }]);
      announce(t('removed'));
      if (neighbour && focus) focusPath(`${listPath}/${neighbour.id}/${focus}`);
    },
    [announce, document, items, listPath, t],
  );
  return { move, moveTo, add, remove };
}

/** Alt with an arrow moves the item that has the focus. */
export function onAltArrow(event: KeyboardEvent, move: (step: -1 | 1) => void): boolean {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return false;
  event.preventDefault();
  event.stopPropagation();
  move(event.key === 'ArrowUp' ? -1 : 1);
  return true;
}
