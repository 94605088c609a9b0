'use client';
import type { useSortable } from '@dnd-kit/sortable';
import clsx from 'clsx';
import { GripVertical } from 'lucide-react';
import type { KeyboardEvent } from 'react';

interface Props {
  label: string;
  sortable: ReturnType<typeof useSortable>;
  onStep: (step: -1 | 1) => void;
  className?: string;
}

/** Dragged, picked up with space, or moved at once with Alt and an arrow. */
export function DragHandle({ label, sortable, onStep, className }: Props) {
  const { attributes, listeners, setActivatorNodeRef } = sortable;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      onStep(event.key === 'ArrowUp' ? -1 : 1);
    } else {
      listeners?.onKeyDown?.(event);
    }
  };
  return (
    <button
      type="button"
      ref={setActivatorNodeRef}
      {...attributes}
      {...listeners}
      onKeyDown={onKeyDown}
      aria-roledescription={undefined}
      aria-label={label}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      className={clsx(
        'flex size-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-small text-ink-3 hover:bg-sunken active:cursor-grabbing',
        className,
      )}
    >
      <GripVertical aria-hidden className="size-3.5" />
    </button>
  );
}
