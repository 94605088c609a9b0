'use client';
import { type KeyboardEvent, type RefObject, useState } from 'react';

type Moves = {
  count: number;
  /** Brings a row into view before it takes the focus; needed when rows are virtual. */
  scrollTo: (index: number) => void;
  body: RefObject<HTMLTableSectionElement | null>;
  toggle: ((index: number, range: boolean) => void) | undefined;
  open: ((index: number) => void) | undefined;
  peek: ((index: number) => void) | undefined;
};

function target(key: string, from: number, last: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowDown: from + 1,
    j: from + 1,
    ArrowUp: from - 1,
    k: from - 1,
    Home: 0,
    End: last,
    PageDown: from + 10,
    PageUp: from - 10,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.min(last, Math.max(0, to));
}

/** The row itself or its box has the focus; any other control in a row keeps its own keys. */
function onRow({ target, key }: KeyboardEvent): boolean {
  if (target instanceof HTMLTableRowElement) return true;
  return (
    target instanceof HTMLInputElement &&
    target.type === 'checkbox' &&
    key !== ' ' &&
    !target.closest('thead')
  );
}

/** One row is in the tab order; j and k or the arrows move, x selects, Shift+x a range, Enter opens, Space peeks. */
export function useRowKeys({ count, scrollTo, body, toggle, open, peek }: Moves) {
  const [active, setActive] = useState(0);
  const last = Math.max(0, count - 1);
  const current = Math.min(active, last);

  const focusRow = (index: number) => {
    setActive(index);
    scrollTo(index);
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`)?.focus(),
    );
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!onRow(event)) return;
    const to = target(event.key, current, last);
    const act = { x: toggle, X: toggle, Enter: open, ' ': peek ?? toggle }[event.key];
    if (to === undefined && !act) return;
    event.preventDefault();
    if (to !== undefined) focusRow(to);
    else act?.(current, event.shiftKey);
  };
  return { active: current, setActive, onKeyDown };
}
