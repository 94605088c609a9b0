import { useRef } from 'react';
import type { Place, Selection } from './selection.ts';

function placeAt(target: EventTarget): Place | null {
  const cell = (target as Element).closest<HTMLElement>('[data-place]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  if (!cell || !row) return null;
  return { row: Number(row.dataset.row), column: Number(cell.dataset.place) };
}

/** Choosing cells by pointer: a press, a press with Shift, or drawing over them. */
export function usePointerSelection(
  { active }: Selection,
  onSelect: (place: Place, extend: boolean) => void,
  onOpen: (place: Place) => void,
) {
  const isDrawing = useRef(false);
  return {
    onPointerDown: (event: React.PointerEvent) => {
      const place = event.button === 0 ? placeAt(event.target) : null;
      if (!place) return;
      isDrawing.current = event.pointerType === 'mouse';
      onSelect(place, event.shiftKey);
    },
    onPointerMove: (event: React.PointerEvent) => {
      const place = isDrawing.current && event.buttons === 1 ? placeAt(event.target) : null;
      if (place && (place.row !== active.row || place.column !== active.column)) onSelect(place, true);
    },
    onPointerUp: () => {
      isDrawing.current = false;
    },
    onDoubleClick: (event: React.MouseEvent) => {
      const place = placeAt(event.target);
      if (place) onOpen(place);
    },
  };
}
