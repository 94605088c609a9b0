'use client';
import katex from 'katex';
import { useEffect, useRef } from 'react';
import 'katex/dist/katex.min.css';

/** One formula; what cannot be read is shown as it was typed. */
export function Formula({ latex, block }: { latex: string; block: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (place.current)
      katex.render(latex, place.current, { displayMode: block, throwOnError: false, maxExpand: 200 });
  }, [latex, block]);
  return <span ref={place} />;
}
