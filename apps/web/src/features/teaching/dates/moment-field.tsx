'use client';
import clsx from 'clsx';
import { useFormatter } from 'next-intl';
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
  /** What counts while nothing is set here; shown in grey. */
  inherited?: string | null;
}

/** Reads as words; the field itself and its edge show when somebody is near or writes. */
const quietLook = clsx(
  'border-transparent bg-transparent not-focus:text-transparent hover:border-line-control forced-colors:text-ink',
  '[&::-webkit-calendar-picker-indicator]:opacity-0 hover:[&::-webkit-calendar-picker-indicator]:opacity-100 focus:[&::-webkit-calendar-picker-indicator]:opacity-100',
);

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
    inherited,
  } = props;
  const shown = localInput(timeZone, value);
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const commit = () => {
    if (typed !== shown) onChange(instantOfInput(timeZone, typed, kind));
  };
  const field = (
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
        'peer min-h-control-small w-full min-w-0 rounded-control border px-1.5 text-small tabular-nums',
        'focus-visible:border-board focus-visible:bg-raised disabled:text-ink-3',
        quiet ? quietLook : 'border-line-control bg-raised',
        invalid && 'border-bad bg-bad-tint',
      )}
    />
  );
  if (!quiet) return field;
  const at = typed === shown ? value : instantOfInput(timeZone, typed, kind);
  return (
    <span className="group relative block">
      {field}
      <Words at={at} inherited={inherited ?? null} timeZone={timeZone} />
    </span>
  );
}

/** A date as people read it, over the field until somebody writes there. */
function Words({
  at,
  inherited,
  timeZone,
}: {
  at: string | null;
  inherited: string | null;
  timeZone: string;
}) {
  const format = useFormatter();
  const shown = at ?? inherited;
  return (
    <span
      aria-hidden
      className={clsx(
        'pointer-events-none absolute inset-y-0 start-0 flex items-center px-1.75 text-small tabular-nums peer-focus:hidden forced-colors:hidden',
        at ? 'text-ink' : 'text-ink-3',
      )}
    >
      {shown
        ? format.dateTime(new Date(shown), {
            weekday: 'short',
            day: 'numeric',
            month: 'short',
            hour: 'numeric',
            minute: '2-digit',
            timeZone,
          })
        : '–'}
    </span>
  );
}
