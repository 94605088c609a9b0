'use client';
import { LoaderCircle } from 'lucide-react';
import { useUiText } from './ui-text.tsx';

export type SpinnerProps = { label?: string | undefined; className?: string | undefined };

/** A small turning mark for waits under a few seconds; longer waits deserve a skeleton or progress. */
export function Spinner({ label, className }: SpinnerProps) {
  const text = useUiText();
  return (
    <span role="status" className="inline-flex items-center">
      <LoaderCircle aria-hidden className={`animate-spin ${className ?? 'text-ink-3'}`} />
      <span className="hidden-visually">{label ?? text.loading}</span>
    </span>
  );
}
