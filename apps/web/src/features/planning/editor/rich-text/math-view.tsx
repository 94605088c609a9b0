'use client';
import dynamic from 'next/dynamic';
import { loadedQuietly } from '@/lib/loaded-part.tsx';

// KaTeX and its fonts are loaded by the first formula on a page.
const Formula = dynamic(
  loadedQuietly(() => import('./formula.tsx').then((module) => module.Formula)),
  { ssr: false },
);

export function MathView({ latex, block }: { latex: string; block: boolean }) {
  return (
    <span data-math={block ? 'block' : 'inline'} dir="ltr">
      <Formula latex={latex} block={block} />
    </span>
  );
}
