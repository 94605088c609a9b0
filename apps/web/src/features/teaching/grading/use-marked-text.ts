'use client';
import type { Annotation } from '@k12/contracts/teaching/annotations';
import { useEffect, useState } from 'react';
import { rangeOf } from './find-quote.ts';
import './marked-text.css';

const kinds = ['highlight', 'note', 'strike', 'pen', 'stamp'] as const;

/** Draws marks over the words without touching them, and tells how far down each begins. */
export function useMarkedText(
  root: HTMLElement | null,
  annotations: readonly Annotation[],
): ReadonlyMap<string, number> {
  const [places, setPlaces] = useState<ReadonlyMap<string, number>>(new Map());
  const marks = JSON.stringify(annotations.map(({ id, kind, place }) => [id, kind, place]));
  useEffect(() => {
    if (!root || typeof CSS === 'undefined' || !('highlights' in CSS)) return;
    const draw = () => {
      const ranges = new Map<string, Range[]>();
      const found = new Map<string, number>();
      const top = root.closest('[data-sheet]')?.getBoundingClientRect().top ?? 0;
      for (const [id, kind, place] of JSON.parse(marks) as [
        string,
        string,
        { quote: string; nth: number },
      ][]) {
        const range = rangeOf(root, place.quote, place.nth);
        if (!range) continue;
        ranges.set(kind, [...(ranges.get(kind) ?? []), range]);
        found.set(id, range.getBoundingClientRect().top - top);
      }
      for (const kind of kinds) {
        const some = ranges.get(kind);
        if (some) CSS.highlights.set(`mark-${kind}`, new Highlight(...some));
        else CSS.highlights.delete(`mark-${kind}`);
      }
      setPlaces(found);
    };
    draw();
    const watcher = new ResizeObserver(draw);
    watcher.observe(root);
    return () => {
      watcher.disconnect();
      for (const kind of kinds) CSS.highlights.delete(`mark-${kind}`);
    };
  }, [root, marks]);
  return places;
}
