'use client';
import { Tooltip as Base } from '@base-ui/react/tooltip';
import { useState } from 'react';
import type { TooltipProps } from './tooltip.tsx';

export type TooltipPopupProps = {
  /** What is explained; null when nothing is. */
  element: HTMLElement | null;
};

/** Says what is written on the element: words of its own, or the name it has anyway, and the keys that do the same. */
export function TooltipPopup({ element }: TooltipPopupProps) {
  // Still there while it fades out.
  const [last, setLast] = useState(element);
  if (element && element !== last) setLast(element);
  const { tip, tipSide, tipKeys } = last?.dataset ?? {};
  return (
    <Base.Root open={element !== null}>
      <Base.Portal container={last?.closest<HTMLElement>('body [data-theme]') ?? undefined}>
        <Base.Positioner
          anchor={last}
          side={(tipSide as TooltipProps['side']) ?? 'bottom'}
          sideOffset={6}
          className="z-tooltip"
        >
          <Base.Popup
            role="tooltip"
            className="pop-motion flex max-w-72 items-center gap-2 rounded-control bg-ink px-2 py-1 text-mini text-paper"
          >
            {tip || last?.getAttribute('aria-label')}
            {tipKeys && <span className="opacity-70">{tipKeys}</span>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
