'use client';
import { type ComponentType, useEffect, useState } from 'react';
import { late } from './late.ts';
import type { TooltipPopupProps } from './tooltip-popup.tsx';
import { watchTips } from './watch-tips.ts';

const popup = late(() => import('./tooltip-popup.tsx'));

/** Once around the app: the one tooltip that there is at a time. */
export function TooltipHost() {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [Popup, setPopup] = useState<ComponentType<TooltipPopupProps> | null>(null);
  useEffect(() => {
    // Without a network there is none, and every name is still read.
    const near = () => {
      popup.come().then(
        ({ TooltipPopup }) => setPopup(() => TooltipPopup),
        () => undefined,
      );
    };
    return watchTips((next) => {
      if (next) near();
      setElement(next);
    }, near);
  }, []);
  return Popup && <Popup element={element} />;
}
