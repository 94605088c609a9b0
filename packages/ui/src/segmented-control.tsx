'use client';
import clsx from 'clsx';
import { type ReactNode, useId } from 'react';

export type SegmentedControlProps = {
  label: string;
  options: readonly { value: string; label: ReactNode; icon?: ReactNode; disabled?: boolean | undefined }[];
  value: string;
  onValueChange: (value: string) => void;
  className?: string | undefined;
};

/** Two to five ways of looking at the same thing. Arrow keys move, as in any group of radios. */
export function SegmentedControl({ label, options, value, onValueChange, className }: SegmentedControlProps) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={clsx(
        'inline-flex max-w-full gap-0.5 overflow-x-auto rounded-control bg-sunken p-0.5',
        className,
      )}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className={clsx(
            'relative flex min-h-control-small shrink-0 items-center justify-center gap-1.5 rounded-small px-3 text-small font-medium text-ink-2 hover:text-ink',
            'has-checked:bg-raised has-checked:text-ink has-checked:shadow-flat has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-board has-disabled:opacity-50',
            'forced-colors:has-checked:outline-2',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onValueChange(option.value)}
            className="absolute inset-0 cursor-pointer appearance-none rounded-small outline-none"
          />
          {option.icon}
          {option.label}
        </label>
      ))}
    </div>
  );
}
