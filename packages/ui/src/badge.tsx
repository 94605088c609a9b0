import clsx from 'clsx';
import type { ReactNode } from 'react';
import { type Tone, toneTint } from './tone.tsx';

export type BadgeProps = {
  tone?: Tone | undefined;
  icon?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** A word with a colour. The word alone must be enough. */
export function Badge({ tone = 'neutral', icon, className, children }: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex min-h-5.5 max-w-full items-center gap-1.5 whitespace-nowrap rounded-small px-2 text-mini font-semibold tabular-nums',
        'forced-colors:border [&_svg]:size-3.5',
        toneTint[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
