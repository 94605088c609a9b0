'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

/** After a step to another page the focus goes to its heading and its title is said once (UXP-81, UXP-10). */
export function FocusOnNavigation() {
  const pathname = usePathname();
  const shown = useRef(pathname);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const frame = requestAnimationFrame(() => {
      const heading = document.querySelector<HTMLElement>('#main h1') ?? document.getElementById('main');
      heading?.focus({ preventScroll: true });
      setSaid(document.title);
    });
    return () => cancelAnimationFrame(frame);
  }, [pathname]);
  return (
    <p role="status" aria-live="polite" className="hidden-visually">
      {said}
    </p>
  );
}
