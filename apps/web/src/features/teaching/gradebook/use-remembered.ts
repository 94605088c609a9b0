import { useState } from 'react';

/** A personal choice that this device remembers (TCH-91). */
export function useRemembered(key: string, fallback: boolean): [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => readChoice(key) ?? fallback);
  return [
    value,
    (next) => {
      setValue(next);
      try {
        window.localStorage.setItem(key, String(next));
      } catch {
        // Then it holds until the page is left.
      }
    },
  ];
}

function readChoice(key: string): boolean | null {
  try {
    const kept = window.localStorage.getItem(key);
    return kept === null ? null : kept === 'true';
  } catch {
    return null;
  }
}
