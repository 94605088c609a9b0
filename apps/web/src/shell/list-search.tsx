'use client';
import { TextField } from '@k12/ui/text-field';
import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTypedFilter } from '@/lib/address.ts';

interface Props {
  label: string;
  name?: string;
}

/** The search of a list: `/` from anywhere on the page puts the cursor here. */
export function ListSearch({ label, name = 'q' }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const { typed, setTyped } = useTypedFilter(name);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
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
      aria-keyshortcuts="/"
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => event.key === 'Escape' && setTyped('')}
    />
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
