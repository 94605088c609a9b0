'use client';
import { cloneElement, type ReactElement } from 'react';

export type TooltipProps = {
  /** One short line. The trigger must have its own accessible name: a tooltip only repeats or adds. */
  content: string;
  side?: 'top' | 'bottom' | 'inline-start' | 'inline-end' | undefined;
  children: ReactElement;
};

/** Only written on the element; one watcher for the whole page shows what is pointed at (`tooltip-host.tsx`). */
export function Tooltip({ content, side, children }: TooltipProps) {
  return cloneElement(children as ReactElement<Record<string, unknown>>, {
    'data-tip': content,
    'data-tip-side': side,
  });
}
