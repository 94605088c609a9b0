'use client';
import { useEffect, useRef } from 'react';

export type ReadingGuideProps = {
  /** How many lines stay clear. */
  lines?: number | undefined;
};

/** A clear band that follows the pointer or the focus down a passage; the rest of the page is dimmed (UXP-88). */
export function ReadingGuide({ lines = 2 }: ReadingGuideProps) {
  const band = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const move = (y: number) => band.current?.style.setProperty('--guide', `${y}px`);
    const onPointer = (event: PointerEvent) => move(event.clientY);
    const onFocus = () => {
      const box = document.activeElement?.getBoundingClientRect();
      if (box) move(box.top + box.height / 2);
    };
    addEventListener('pointermove', onPointer);
    addEventListener('focusin', onFocus);
    return () => {
      removeEventListener('pointermove', onPointer);
      removeEventListener('focusin', onFocus);
    };
  }, []);
  const half = `${lines * 0.9}rem`;
  return (
    <div
      ref={band}
      aria-hidden
      className="pointer-events-none fixed inset-0 z-bar print:hidden"
      style={{
        background: `linear-gradient(var(--veil) calc(var(--guide, 40vh) - ${half}), transparent 0 calc(var(--guide, 40vh) + ${half}), var(--veil) 0)`,
      }}
    />
  );
}
