'use client';
import { useTranslations } from 'next-intl';
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useState,
} from 'react';

const key = 'homeroom.grading.width';
const least = 300;
const most = 640;
const usual = 372;
const step = 16;

/**
 * The column of the hand: as wide as one likes, remembered on the device. On narrow screens its parts stand
 * around the work: who it is above, what is judged below (TCH-67).
 */
export function GradingColumn({ children }: { children: ReactNode }) {
  const t = useTranslations('teaching-grading');
  const [width, setWidth] = useState(usual);
  useEffect(() => {
    const kept = Number(window.localStorage.getItem(key));
    if (kept >= least && kept <= most) setWidth(kept);
  }, []);
  const change = (wish: number) => {
    const next = Math.round(Math.min(most, Math.max(least, wish)));
    setWidth(next);
    window.localStorage.setItem(key, String(next));
  };
  const isMirrored = () => document.documentElement.dir === 'rtl';
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    change(isMirrored() ? event.clientX : window.innerWidth - event.clientX);
  };
  const press = (event: KeyboardEvent) => {
    const wider = isMirrored() ? 'ArrowRight' : 'ArrowLeft';
    const narrower = isMirrored() ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === wider) change(width + step);
    if (event.key === narrower) change(width - step);
  };
  return (
    <div
      className="contents min-h-0 min-w-0 laptop:flex laptop:w-(--grading-width)"
      style={{ '--grading-width': `${width}px` } as CSSProperties}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a rule that is moved is no hr */}
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t('resize')}
        aria-valuenow={width}
        aria-valuemin={least}
        aria-valuemax={most}
        onKeyDown={press}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        className="hidden w-1.5 shrink-0 cursor-col-resize touch-none border-s border-line hover:bg-board-tint focus-visible:bg-board laptop:block"
      />
      <aside
        aria-label={t('grading')}
        className="contents min-h-0 min-w-0 flex-1 flex-col bg-paper laptop:flex"
      >
        {children}
      </aside>
    </div>
  );
}
