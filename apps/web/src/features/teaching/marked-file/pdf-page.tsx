'use client';
import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { MarkLayer } from './mark-layer.tsx';
import type { MarkHands, ShownMark } from './marks.ts';
import { WordMarks } from './word-marks.tsx';

interface Props {
  file: PDFDocumentProxy;
  page: number;
  label: string;
  marks: readonly ShownMark[];
  numbers: ReadonlyMap<string, number>;
  hands?: MarkHands | undefined;
}

/** Of paper, until the page says its own. */
const usualShape = 297 / 210;
const sharpest = 2;

export function PdfPage({ file, page, label, marks, numbers, hands }: Props) {
  const frame = useRef<HTMLElement>(null);
  const [words, setWords] = useState<HTMLDivElement | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [shape, setShape] = useState(usualShape);
  const isNear = useNear(frame);
  useEffect(() => {
    if (!isNear || !words || !canvas.current || !frame.current) return;
    const run = { isOver: false };
    const { clientWidth } = frame.current;
    const parts = { canvas: canvas.current, words };
    void file.getPage(page).then((one) => {
      if (run.isOver) return;
      const { width, height } = one.getViewport({ scale: 1 });
      setShape(height / width);
      void draw(one, clientWidth, parts).catch(() => undefined);
    });
    return () => {
      run.isOver = true;
    };
  }, [isNear, words, file, page]);
  return (
    <section
      ref={frame}
      aria-label={label}
      className="relative overflow-hidden rounded-small border border-line bg-raised"
      style={{ aspectRatio: String(1 / shape) }}
    >
      <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
      <div ref={setWords} className="page-words" />
      <MarkLayer {...{ page, marks, numbers, hands }} />
      {hands && words && <WordMarks page={page} words={words} hands={hands} />}
    </section>
  );
}

async function draw(
  page: PDFPageProxy,
  width: number,
  { canvas, words }: { canvas: HTMLCanvasElement; words: HTMLDivElement },
): Promise<void> {
  const scale = width / page.getViewport({ scale: 1 }).width;
  const density = Math.min(sharpest, window.devicePixelRatio || 1);
  const viewport = page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  const transform = [density, 0, 0, density, 0, 0];
  await page.render({ canvas, viewport, transform, annotationMode: 1 }).promise;
  words.replaceChildren();
  words.style.setProperty('--total-scale-factor', String(scale));
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport });
  await layer.render();
}

/** Near enough to be seen soon; once drawn it stays. */
function useNear(frame: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!frame.current) return;
    const watcher = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: '800px' },
    );
    watcher.observe(frame.current);
    return () => watcher.disconnect();
  }, [frame]);
  return isNear;
}
