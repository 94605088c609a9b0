'use client';
import clsx from 'clsx';
import { type KeyboardEvent, useEffect, useState } from 'react';

interface Props {
  label: string;
  value: string;
  onSave: (value: string) => void;
  className?: string;
}

/** Words that become a field where they stand: Enter keeps them, Escape takes back. */
export function InlineTitle({ label, value, onSave, className }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const save = () => {
    const wanted = text.trim();
    if (wanted === '' || wanted === value) setText(value);
    else onSave(wanted);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key !== 'Escape') return;
    setText(value);
    requestAnimationFrame(() => (event.target as HTMLInputElement).blur());
  };
  return (
    <input
      aria-label={label}
      dir="auto"
      autoComplete="off"
      maxLength={200}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={onKeyDown}
      className={clsx(
        '-mx-1.5 rtl:[text-align:right] min-h-8 min-w-0 flex-1 truncate rounded-small bg-transparent px-1.5 hover:bg-sunken focus:bg-raised pointer-coarse:min-h-11',
        className,
      )}
    />
  );
}
