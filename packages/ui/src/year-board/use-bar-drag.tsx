'use client';
import { type KeyboardEvent, type PointerEvent, type RefObject, useMemo, useRef, useState } from 'react';
import { useSurroundings } from '../ui-provider.tsx';
import { type BarChange, changed, daysFrom, type YearRange } from './scale.ts';

export type BarDraft = { key: string; range: YearRange };

type Held = {
  key: string;
  bar: YearRange;
  part: BarChange['part'];
  x: number;
  perDay: number;
  moved: boolean;
};

export type DragOptions = {
  year: YearRange;
  /** Told while the bar is held or moved by keys; null when it is let go. */
  onDraft: (draft: BarDraft | null) => void;
  onDrop: (draft: BarDraft) => void;
};

/** One bar at a time is held, by pointer or by keys; nothing is sent before it is dropped. */
export function useBarDrag({ year, onDraft, onDrop }: DragOptions) {
  const { direction } = useSurroundings();
  const held = useRef<Held | null>(null);
  const [draft, setDraft] = useState<BarDraft | null>(null);
  const sign = direction === 'rtl' ? -1 : 1;

  const show = (next: BarDraft | null) => {
    setDraft(next);
    onDraft(next);
  };
  const drop = () => {
    if (!draft) return;
    show(null);
    onDrop(draft);
  };

  const onPointerDown = (
    event: PointerEvent<HTMLElement>,
    key: string,
    bar: YearRange,
    part: BarChange['part'],
  ) => {
    const track = event.currentTarget.closest('[data-track]');
    if (!track || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const perDay = track.getBoundingClientRect().width / (daysFrom(year.startsOn, year.endsOn) + 1);
    held.current = { key, bar, part, x: event.clientX, perDay, moved: false };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const hold = held.current;
    if (!hold) return;
    const exact = ((event.clientX - hold.x) * sign) / hold.perDay;
    // Weeks are what a year is planned in; with Shift single days.
    const days = event.shiftKey ? Math.round(exact) : Math.round(exact / 7) * 7;
    if (days === 0 && !hold.moved) return;
    hold.moved = true;
    show({ key: hold.key, range: changed(hold.bar, { part: hold.part, days }) });
  };
  const onPointerUp = () => {
    const hold = held.current;
    held.current = null;
    if (hold?.moved) drop();
  };
  const onPointerCancel = () => {
    held.current = null;
    show(null);
  };

  /** Arrows move by weeks, with Shift by days; with Alt they move the end. Enter drops, Escape takes back. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, key: string, bar: YearRange) => {
    if (event.key === 'Escape' && draft) {
      event.stopPropagation();
      show(null);
    } else if (event.key === 'Enter' && draft) {
      event.preventDefault();
      drop();
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      const days = (event.key === 'ArrowRight' ? 1 : -1) * sign * (event.shiftKey ? 1 : 7);
      const from = draft?.key === key ? draft.range : bar;
      show({ key, range: changed(from, { part: event.altKey ? 'end' : 'move', days }) });
    }
  };
  const latest = useRef({ drop, onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onKeyDown });
  latest.current = { drop, onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onKeyDown };
  const drag = useMemo(() => steady(latest), []);
  return { draft, drag };
}

interface Handlers {
  drop: () => void;
  onPointerDown: (
    event: PointerEvent<HTMLElement>,
    key: string,
    bar: YearRange,
    part: BarChange['part'],
  ) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: () => void;
  onPointerCancel: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>, key: string, bar: YearRange) => void;
}

export type BarDrag = ReturnType<typeof steady>;

/** The same handlers for every render, so that only the row whose bar moves is drawn again. */
function steady(latest: RefObject<Handlers>) {
  return {
    drop: () => latest.current.drop(),
    onKeyDown: (...given: Parameters<Handlers['onKeyDown']>) => latest.current.onKeyDown(...given),
    onPointerDown: (...given: Parameters<Handlers['onPointerDown']>) =>
      latest.current.onPointerDown(...given),
    follow: {
      onPointerMove: (event: PointerEvent<HTMLElement>) => latest.current.onPointerMove(event),
      onPointerUp: () => latest.current.onPointerUp(),
      onPointerCancel: () => latest.current.onPointerCancel(),
    },
  };
}
