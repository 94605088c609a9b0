import clsx from 'clsx';
import type { ReactNode } from 'react';
import { type Tone, toneText } from './tone.tsx';

export type StatProps = {
  label: ReactNode;
  value: ReactNode;
  /** What the number is of, smaller and after it. */
  unit?: ReactNode;
  /** What it means or how it moved, in words. */
  note?: ReactNode;
  tone?: Tone | undefined;
  chart?: ReactNode;
};

/** One number that matters, with its meaning. */
export function Stat({ label, value, unit, note, tone = 'neutral', chart }: StatProps) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <span className="text-small text-ink-2">{label}</span>
      <span className="flex items-baseline gap-1">
        <span className="text-title font-semibold tabular-nums">{value}</span>
        {unit && <span className="text-body text-ink-3">{unit}</span>}
      </span>
      {chart}
      {note && (
        <span className={clsx('text-small', tone === 'neutral' ? 'text-ink-3' : toneText[tone])}>{note}</span>
      )}
    </div>
  );
}
