'use client';
import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { useSurroundings } from './ui-provider.tsx';

export type TooltipProps = {
  /** One short line. The trigger must have its own accessible name: a tooltip only repeats or adds. */
  content: ReactNode;
  side?: 'top' | 'bottom' | 'inline-start' | 'inline-end' | undefined;
  children: ReactElement;
};

export function Tooltip({ content, side = 'bottom', children }: TooltipProps) {
  const { container } = useSurroundings();
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal container={container}>
        <Base.Positioner side={side} sideOffset={6} className="z-tooltip">
          <Base.Popup
            role="tooltip"
            className="pop-motion flex max-w-72 items-center gap-2 rounded-control bg-ink px-2 py-1 text-mini text-paper"
          >
            {content}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
