import type { ReactNode } from 'react';

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex min-w-5 items-center justify-center rounded-small border border-line bg-canvas px-1 font-sans text-mini text-ink-3">
      {children}
    </kbd>
  );
}
