'use client';
import { TextField } from '@k12/ui/text-field';
import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTypedFilter } from '@/lib/address.ts';
import { readShortcut } from './keys.ts';

interface Props {
  label: string;
  name?: string;
}

/** The search of a list: `f` from anywhere on the page puts the cursor here; `/` is the palette's on every page. */
export function ListSearch({ label, name = 'q' }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const { typed, setTyped } = useTypedFilter(name);
  useEffect(() => {
    const shortcut = readShortcut();
    const onKey = (event: KeyboardEvent) => {
      if (shortcut(event)?.kind !== 'find') return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <TextField
      ref={input}
      label={label}
      hideLabel
      type="search"
      inputMode="search"
      icon={<Search size={16} aria-hidden />}
      placeholder={label}
      value={typed}
      aria-keyshortcuts="f"
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => event.key === 'Escape' && setTyped('')}
    />
  );
}
