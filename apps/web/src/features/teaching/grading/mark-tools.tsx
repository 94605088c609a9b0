'use client';
import { Button } from '@k12/ui/button';
import { PenLine, Square, StickyNote } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type MouseEvent, useRef } from 'react';
import type { MarkTool } from '../marked-file/marks.ts';
import type { FileMarks } from './use-file-marks.ts';

const tools = [
  ['region', Square],
  ['note', StickyNote],
  ['pen', PenLine],
] as const;

/**
 * What is in the hand. By pointer a tool is taken and drawn with; by keyboard, which draws nothing, pressing one puts a
 * mark on the page in view, where arrows move it (TCH-74).
 */
export function MarkTools({ marks }: { marks: FileMarks }) {
  const t = useTranslations('teaching-grading');
  const bar = useRef<HTMLDivElement>(null);
  const take = (tool: MarkTool, event: MouseEvent) => {
    const isByKey = event.detail === 0;
    if (isByKey && tool !== 'pen') {
      void marks.place(tool === 'note' ? 'note' : 'highlight', pageInView(bar.current));
      return;
    }
    marks.setTool(marks.tool === tool ? null : tool);
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('markTools')}
      className="sticky top-2 z-bar mb-2 flex w-fit max-w-full flex-wrap items-center gap-1 rounded-card border border-line bg-raised p-1 shadow-flat"
    >
      {tools.map(([tool, Icon]) => (
        <Button
          key={tool}
          size="small"
          icon={<Icon aria-hidden />}
          aria-pressed={marks.tool === tool}
          variant={marks.tool === tool ? 'primary' : 'quiet'}
          onClick={(event) => take(tool, event)}
        >
          {t(`tools.${tool}`)}
        </Button>
      ))}
    </div>
  );
}

/** Of the pages of this file the first whose lower half has not been scrolled past. */
function pageInView(bar: HTMLElement | null): number {
  const pages = [...(bar?.closest('figure')?.querySelectorAll<HTMLElement>('[data-page]') ?? [])];
  const seen = pages.find((page) => {
    const { top, bottom } = page.getBoundingClientRect();
    return (top + bottom) / 2 > 0;
  });
  return Number(seen?.dataset.page ?? 1);
}
