'use client';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react';

const key = 'homeroom_plan_panel';
const least = 280;
const most = 480;
const step = 16;

const within = (width: number) => Math.round(Math.min(most, Math.max(least, width)));

/** How wide the panel beside a plan is; each device remembers its own (UXP-19). */
export function usePanelWidth() {
  const [width, setWidth] = useState(320);
  useEffect(() => {
    const kept = Number(localStorage.getItem(key));
    if (kept) setWidth(within(kept));
  }, []);
  const change = (next: number) => {
    setWidth(within(next));
    localStorage.setItem(key, String(within(next)));
  };
  return { width, change };
}

interface Props {
  width: number;
  onChange: (width: number) => void;
}

/** The edge that is dragged, or moved by the arrow keys; towards the plan the panel grows. */
export function PanelEdge({ width, onChange }: Props) {
  const t = useTranslations('planning-editor.panel');
  const isRtl = () => document.documentElement.dir === 'rtl';
  const onKeyDown = (event: KeyboardEvent) => {
    const wider = isRtl() ? 'ArrowRight' : 'ArrowLeft';
    const narrower = isRtl() ? 'ArrowLeft' : 'ArrowRight';
    const widths = { [wider]: width + step, [narrower]: width - step, Home: least, End: most };
    const next = widths[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onChange(next);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onChange(isRtl() ? event.clientX : document.documentElement.clientWidth - event.clientX);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this one is a control with a value
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('width')}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      className="absolute inset-y-0 -start-1 z-sticky w-2 cursor-col-resize touch-none hover:bg-board-tint focus-visible:bg-board-tint focus-visible:outline-2 focus-visible:outline-board"
    />
  );
}
