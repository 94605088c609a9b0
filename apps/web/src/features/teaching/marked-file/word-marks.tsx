'use client';
import { Button } from '@k12/ui/button';
import { Highlighter, Strikethrough } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { linesOf, type MarkHands, type Rect } from './marks.ts';

interface Props {
  page: number;
  words: HTMLElement;
  hands: MarkHands;
}

/** Beside words of a page that are chosen: what to do with them. */
export function WordMarks({ page, words, hands }: Props) {
  const t = useTranslations('marked-file');
  const [lines, setLines] = useState<Rect[]>([]);
  useEffect(() => {
    const read = () => {
      const selection = window.getSelection();
      const range = selection && !selection.isCollapsed ? selection.getRangeAt(0) : null;
      const isHere = range && words.contains(range.startContainer) && range.toString().trim() !== '';
      setLines(isHere ? linesOf(piecesOf(words, range)) : []);
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [words]);
  const top = lines[0];
  if (!top) return null;
  const mark = (kind: 'highlight' | 'strike') => {
    hands.onMake({ kind, page, place: { rects: lines } });
    window.getSelection()?.removeAllRanges();
  };
  return (
    <div
      role="toolbar"
      aria-label={t('marks')}
      className="absolute end-2 z-panel flex gap-1 rounded-card bg-raised p-1 shadow-float"
      style={{ top: `max(0px, ${top.y * 100}% - 2.75rem)` }}
    >
      {(
        [
          ['highlight', Highlighter],
          ['strike', Strikethrough],
        ] as const
      ).map(([kind, Icon]) => (
        <Button
          key={kind}
          size="small"
          icon={<Icon aria-hidden />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => mark(kind)}
        >
          {t(kind)}
        </Button>
      ))}
    </div>
  );
}

function piecesOf(words: HTMLElement, range: Range): Rect[] {
  const box = words.getBoundingClientRect();
  const within = (value: number) => Math.min(1, Math.max(0, Math.round(value * 100_000) / 100_000));
  return [...range.getClientRects()].map((piece) => {
    const x = within((piece.left - box.left) / box.width);
    const y = within((piece.top - box.top) / box.height);
    const width = Math.min(1 - x, within(piece.width / box.width));
    return { x, y, width, height: Math.min(1 - y, within(piece.height / box.height)) };
  });
}
