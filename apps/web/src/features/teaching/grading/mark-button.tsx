'use client';
import { createAnnotation } from '@k12/contracts/teaching/annotations';
import type { GradedWork } from '@k12/contracts/teaching/grading';
import { Button } from '@k12/ui/button';
import { Highlighter, Strikethrough } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { quoteOf } from './find-quote.ts';
import type { WorkSaves } from './use-work-saves.ts';

interface Props {
  root: HTMLElement | null;
  work: GradedWork;
  attempt: number;
  saves: WorkSaves;
}

interface Selected {
  quote: string;
  nth: number;
  top: number;
}

/** Beside words that are selected: what to do with them. */
export function MarkButton({ root, work, attempt, saves }: Props) {
  const t = useTranslations('teaching-grading');
  const run = useAttempt();
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const read = () => {
      const selection = window.getSelection();
      const range = selection && !selection.isCollapsed ? selection.getRangeAt(0) : null;
      const quote = root && range ? quoteOf(root, range) : null;
      const top =
        range && root
          ? range.getBoundingClientRect().top -
            (root.closest('[data-sheet]')?.getBoundingClientRect().top ?? 0)
          : 0;
      setSelected(quote && { ...quote, top });
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [root]);
  if (!selected) return null;
  const mark = (kind: 'highlight' | 'strike') =>
    run(async () => {
      const { quote, nth } = selected;
      const made = await callApi(createAnnotation, {
        params: { id: work.assignment_id, student_id: work.student.student_id },
        body: { attempt, kind, place: { quote, nth } },
      });
      window.getSelection()?.removeAllRanges();
      await saves.patch((now) => ({ ...now, annotations: [...now.annotations, made] }));
    });
  return (
    <div
      role="toolbar"
      aria-label={t('marks')}
      className="absolute end-2 z-panel flex gap-1 rounded-card bg-raised p-1 shadow-float"
      style={{ top: Math.max(0, selected.top - 44) }}
    >
      <Button
        size="small"
        icon={<Highlighter aria-hidden />}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => mark('highlight')}
      >
        {t('highlight')}
      </Button>
      <Button
        size="small"
        icon={<Strikethrough aria-hidden />}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => mark('strike')}
      >
        {t('strike')}
      </Button>
    </div>
  );
}
