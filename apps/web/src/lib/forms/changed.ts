'use client';
import { type FocusEvent, type FormEvent, useRef, useState } from 'react';

/** Whether a form of plain fields differs from what it held when somebody first stepped into it (UXP-32). */
export function useChanged() {
  const opened = useRef<string | null>(null);
  const [changed, setChanged] = useState(false);
  const watch = {
    onFocusCapture: (event: FocusEvent<HTMLFormElement>) => {
      opened.current ??= contentOf(event.currentTarget);
    },
    onChange: (event: FormEvent<HTMLFormElement>) =>
      setChanged(contentOf(event.currentTarget) !== opened.current),
  };
  return { changed, watch };
}

function contentOf(form: HTMLFormElement): string {
  const entries = [...new FormData(form)];
  return JSON.stringify(entries.map(([name, value]) => [name, value instanceof File ? value.name : value]));
}
