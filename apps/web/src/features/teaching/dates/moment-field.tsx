'use client';
import clsx from 'clsx';
import { useEffect, useState } from 'react';
import { instantOfInput, localInput } from './local-input.ts';

interface Props {
  label: string;
  timeZone: string;
  value: string | null;
  kind?: 'due' | 'moment';
  disabled?: boolean;
  invalid?: boolean;
  /** Quiet fields show their edge only when somebody is near. */
  quiet?: boolean;
  onChange: (value: string | null) => void;
  onKeyDown?: (event: React.KeyboardEvent<HTMLInputElement>) => void;
  cell?: string;
}

const quietLook =
  'border-transparent hover:border-line-control [&::-webkit-calendar-picker-indicator]:opacity-0 hover:[&::-webkit-calendar-picker-indicator]:opacity-100 focus:[&::-webkit-calendar-picker-indicator]:opacity-100';

/** A date and time in the school's zone; what was typed counts when the field is left. */
export function MomentField(props: Props) {
  const {
    label,
    timeZone,
    value,
    kind = 'moment',
    disabled,
    invalid,
    quiet,
    onChange,
    onKeyDown,
    cell,
  } = props;
  const shown = localInput(timeZone, value);
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const commit = () => {
    if (typed !== shown) onChange(instantOfInput(timeZone, typed, kind));
  };
  return (
    <input
      type="datetime-local"
      aria-label={label}
      aria-invalid={invalid || undefined}
      disabled={disabled}
      value={typed}
      data-cell={cell}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setTyped(shown);
      }}
      className={clsx(
        'min-h-control-small w-full min-w-0 rounded-control border bg-transparent px-1.5 text-small tabular-nums',
        'focus-visible:border-board focus-visible:bg-raised disabled:text-ink-3',
        quiet ? quietLook : 'border-line-control bg-raised',
        invalid && 'border-bad bg-bad-tint',
        !typed && quiet && 'text-transparent hover:text-ink-3 focus:text-ink pointer-coarse:text-ink-3',
      )}
    />
  );
}
