'use client';
import clsx from 'clsx';
import { useEffect, useState } from 'react';

interface Props {
  label: string;
  value: string;
  disabled?: boolean;
  numeric?: boolean;
  className?: string;
  /** Whether it can be saved; anything else goes back to what was. */
  isValid: (typed: string) => boolean;
  onSave: (typed: string) => void;
}

/** Text that is written where it stands: saved with Enter or on leaving, taken back with Escape. */
export function InlineText({ label, value, disabled, numeric, className, isValid, onSave }: Props) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const commit = () => {
    const next = typed.trim();
    if (next === value) return;
    if (isValid(next)) onSave(next);
    else setTyped(value);
  };
  return (
    <input
      aria-label={label}
      value={typed}
      disabled={disabled}
      inputMode={numeric ? 'decimal' : undefined}
      dir={numeric ? 'ltr' : 'auto'}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setTyped(value);
      }}
      className={clsx(
        'min-h-control-small w-full min-w-0 rounded-control border border-transparent bg-transparent px-1.5 hover:border-line-control focus-visible:border-board focus-visible:bg-raised disabled:border-transparent',
        numeric ? 'text-end tabular-nums' : 'rtl:[text-align:right]',
        className,
      )}
    />
  );
}
