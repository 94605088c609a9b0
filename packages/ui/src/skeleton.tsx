'use client';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { useUiText } from './ui-text.tsx';

export type SkeletonProps = {
  /** Sizes through classes, so that it has the shape of what comes: "h-5 w-40". */
  className?: string | undefined;
};

export function Skeleton({ className }: SkeletonProps) {
  return (
    <div
      aria-hidden
      className={clsx(
        'animate-breathe bg-sunken',
        !className?.includes('rounded') && 'rounded-small',
        className ?? 'h-4 w-full',
      )}
    />
  );
}

/** Around a group of skeletons: says once that something is loading. */
export function SkeletonRegion({ label, children }: { label?: string | undefined; children: ReactNode }) {
  const text = useUiText();
  return (
    <div role="status" aria-busy>
      <span className="hidden-visually">{label ?? text.loading}</span>
      {children}
    </div>
  );
}

export function SkeletonRows({ rows = 5, label }: { rows?: number | undefined; label?: string | undefined }) {
  return (
    <SkeletonRegion label={label}>
      <div className="divide-y divide-line">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no identity and never move
          <div key={row} className="flex min-h-row items-center gap-3 py-3">
            <Skeleton className="size-8 rounded-full" />
            <div className="flex-1 space-y-2">
              <Skeleton className={row % 2 ? 'h-3.5 w-2/5' : 'h-3.5 w-3/5'} />
              <Skeleton className="h-3 w-1/4" />
            </div>
            <Skeleton className="h-5 w-16" />
          </div>
        ))}
      </div>
    </SkeletonRegion>
  );
}
