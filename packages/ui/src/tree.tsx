'use client';
import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useSurroundings } from './ui-provider.tsx';

export type TreeItem = {
  key: string;
  label: string;
  icon?: ReactNode;
  end?: ReactNode;
  children?: readonly TreeItem[] | undefined;
};

export type TreeProps = {
  label: string;
  items: readonly TreeItem[];
  selected?: string | undefined;
  onSelect?: ((key: string) => void) | undefined;
  defaultExpanded?: readonly string[] | undefined;
};

type Flat = { item: TreeItem; level: number; parent: string | undefined; position: number; siblings: number };

function flatten(items: readonly TreeItem[], open: ReadonlySet<string>, level = 1, parent?: string): Flat[] {
  return items.flatMap((item, index) => [
    { item, level, parent, position: index + 1, siblings: items.length },
    ...(item.children && open.has(item.key) ? flatten(item.children, open, level + 1, item.key) : []),
  ]);
}

function useTree({ items, selected, onSelect, defaultExpanded }: TreeProps) {
  const { direction } = useSurroundings();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(defaultExpanded));
  const [focused, setFocused] = useState(selected ?? items[0]?.key);
  const list = useRef<HTMLDivElement>(null);
  const rows = flatten(items, open);

  const toggle = (key: string, next = !open.has(key)) =>
    setOpen((past) => (next ? new Set([...past, key]) : new Set([...past].filter((other) => other !== key))));
  const focus = (key: string | undefined) => {
    if (!key) return;
    setFocused(key);
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex(({ item }) => item.key === focused);
    const row = rows[at];
    if (!row) return;
    const inward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const outward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const { item } = row;
    const isOpen = open.has(item.key);
    const acts = new Map<string, () => void>([
      ['ArrowDown', () => focus(rows[at + 1]?.item.key)],
      ['ArrowUp', () => focus(rows[at - 1]?.item.key)],
      ['Home', () => focus(rows[0]?.item.key)],
      ['End', () => focus(rows.at(-1)?.item.key)],
      [inward, () => (item.children && !isOpen ? toggle(item.key, true) : focus(rows[at + 1]?.item.key))],
      [outward, () => (item.children && isOpen ? toggle(item.key, false) : focus(row.parent))],
      ['Enter', () => onSelect?.(item.key)],
      [' ', () => onSelect?.(item.key)],
    ]);
    const act = acts.get(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };
  return { rows, open, focused, setFocused, toggle, onKeyDown, list };
}

/** Nested things one walks with the arrow keys. */
export function Tree(props: TreeProps) {
  const { label, selected, onSelect } = props;
  const { rows, open, focused, setFocused, toggle, onKeyDown, list } = useTree(props);
  return (
    <div ref={list} role="tree" aria-label={label} onKeyDown={onKeyDown} className="flex flex-col text-body">
      {rows.map(({ item, level, position, siblings }) => (
        <div
          key={item.key}
          role="treeitem"
          data-key={item.key}
          aria-level={level}
          aria-posinset={position}
          aria-setsize={siblings}
          aria-expanded={item.children ? open.has(item.key) : undefined}
          aria-selected={selected === item.key}
          tabIndex={focused === item.key ? 0 : -1}
          onFocus={() => setFocused(item.key)}
          onClick={() => {
            if (item.children) toggle(item.key);
            onSelect?.(item.key);
          }}
          onKeyDown={() => {}}
          style={{ paddingInlineStart: `${(level - 1) * 1.25 + 0.25}rem` }}
          className={clsx(
            'flex min-h-8 cursor-pointer items-center gap-2 rounded-control pe-2 hover:bg-sunken focus-visible:-outline-offset-2 pointer-coarse:min-h-11',
            selected === item.key && 'bg-board-tint font-medium text-board',
          )}
        >
          <ChevronRight
            aria-hidden
            className={clsx(
              'text-ink-3 transition-transform duration-fast rtl:-scale-x-100',
              open.has(item.key) && 'rotate-90 rtl:-rotate-90',
              !item.children && 'invisible',
            )}
          />
          {item.icon}
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          {item.end}
        </div>
      ))}
    </div>
  );
}
