'use client';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import clsx from 'clsx';
import { GripVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent, ReactNode } from 'react';
import { onAltArrow } from './row-keys.ts';

interface Props {
  id: string;
  name: string;
  onMove: (step: -1 | 1) => void;
  onRemove?: (() => void) | undefined;
  /** Ctrl+Enter begins the next item. */
  onAdd?: (() => void) | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A row that can be dragged by its handle, or moved with Alt and the arrow keys from anywhere inside. */
export function SortableRow({ id, name, onMove, onRemove, onAdd, className, children }: Props) {
  const t = useTranslations('planning-editor');
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id });
  const onKeyDown = (event: KeyboardEvent) => {
    if (onAltArrow(event, onMove)) return;
    if (event.key !== 'Delete' || event.target !== event.currentTarget) return;
    event.preventDefault();
    onRemove?.();
  };
  const onRowKey = (event: KeyboardEvent) => {
    if (onAltArrow(event, onMove) || !onAdd || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey))
      return;
    event.preventDefault();
    onAdd();
  };
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      onKeyDown={onRowKey}
      className={clsx('group/row relative', isDragging && 'z-sticky bg-raised shadow-float', className)}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        onKeyDown={onKeyDown}
        aria-roledescription={undefined}
        aria-describedby={undefined}
        aria-label={t('moveItem', { name })}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
        className="absolute top-1 -start-7 flex size-6 cursor-grab touch-none items-center justify-center rounded-small text-ink-3 opacity-0 hover:bg-sunken focus-visible:opacity-100 active:cursor-grabbing group-focus-within/row:opacity-100 group-hover/row:opacity-100 pointer-coarse:opacity-100 max-tablet:-start-5"
      >
        <GripVertical aria-hidden className="size-3.5" />
      </button>
      {children}
    </li>
  );
}
